package fr.porteouverte.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Transactions that sell by what this process remembers of registers ({@link Edition}): under their
 * locks they ask whether it is still so, and where it is not they begin again and read everything.
 */
@ApplicationScoped
public class Sales {
  @Inject Transactions transactions;
  @Inject Edition edition;

  /**
   * @param work is told whether it is tried for the first time: then it may use what was read
   *     before
   */
  public <T> T call(Function<Boolean, T> work) {
    AtomicBoolean first = new AtomicBoolean(true);
    return transactions.call(
        () -> {
          boolean once = first.getAndSet(false);
          return edition.selling(once, () -> work.apply(once));
        });
  }
}

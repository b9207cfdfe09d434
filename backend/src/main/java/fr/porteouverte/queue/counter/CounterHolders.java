package fr.porteouverte.queue.counter;

import fr.porteouverte.http.Etag;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.WhoDidWhat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A counter is with the agent who opened it or took it over last: nobody else calls people to it.
 */
@ApplicationScoped
public class CounterHolders {
  @Inject WhoDidWhat whoDidWhat;

  /**
   * 412 when it was opened, taken over, closed or changed meanwhile; says by whom.
   *
   * @param ifMatch null: the caller does without
   */
  public void requireSeen(LockedQueue queue, Counter counter, @Nullable String ifMatch) {
    if (ifMatch != null && !Etag.names(ifMatch, counter.version())) {
      throw QueueRefusals.stale(whoDidWhat.lastOfCounter(queue.site(), counter));
    }
  }

  /** 409 when it is closed, or open and somebody else's. */
  public void requireOwn(LockedQueue queue, Counter counter) {
    if (!counter.openOn(queue.date(), queue.site().zone())) {
      throw QueueRefusals.counterClosed(counter.name());
    }
    String holder = Objects.requireNonNull(counter.openedBy());
    if (!holder.equals(queue.actor().name())) {
      throw QueueRefusals.counterTaken(
          whoDidWhat.holder(queue, counter, holder, Objects.requireNonNull(counter.openedAt())));
    }
  }
}

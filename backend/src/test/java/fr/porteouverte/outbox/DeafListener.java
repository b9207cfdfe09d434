package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Cannot hear of a failed message, as many times as a test wants. */
@ApplicationScoped
public class DeafListener {
  public static final AtomicInteger failures = new AtomicInteger();

  void failed(@Observes MessageFailed failure) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("deaf");
    }
  }
}

package fr.porteouverte.booking.visitor;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Erases whose a visit was some time after it; that there was one stays, for the figures. The link
 * that opened it opens nothing any more.
 */
@ApplicationScoped
public class EraseVisitors {
  private static final int AT_ONCE = 1_000;

  @Inject Transactions transactions;
  @Inject Bookings bookings;
  @Inject BookingSettings settings;
  @Inject Clock clock;

  @Scheduled(
      every = "24h",
      delayed = "20m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void erase() {
    Instant before = clock.instant().minus(settings.keepVisitors());
    long last = 0;
    while (last >= 0) {
      long after = last;
      last = transactions.call(() -> eraseSome(after, before));
    }
  }

  /**
   * @return where to go on; negative: nowhere
   */
  private long eraseSome(long after, Instant before) {
    List<Long> ids = bookings.knownBefore(before, after, AT_ONCE);
    if (ids.isEmpty()) {
      return -1;
    }
    bookings.eraseVisitors(ids);
    return ids.get(ids.size() - 1);
  }
}

package fr.porteouverte.booking.visitor;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Erases whose a visit was some time after it; that there was one stays, for the figures. The link
 * that opened it opens nothing any more.
 */
@ApplicationScoped
public class EraseVisitors implements Job {
  private static final int AT_ONCE = 1_000;

  @Inject Transactions transactions;
  @Inject Bookings bookings;
  @Inject BookingSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "booking-erase-visitors";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 50));
  }

  @Override
  public void run() {
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

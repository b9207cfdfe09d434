package fr.porteouverte.attendance;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.http.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Erases what was written of a person when their booking no longer says who they were. */
@ApplicationScoped
class EraseNotes {
  private final Transactions transactions;
  private final Attendances attendances;
  private final BookingSettings settings;
  private final Clock clock;

  EraseNotes(
      Transactions transactions, Attendances attendances, BookingSettings settings, Clock clock) {
    this.transactions = transactions;
    this.attendances = attendances;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "24h",
      delayed = "25m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void erase() {
    transactions.run(() -> attendances.eraseNotes(clock.instant().minus(settings.keepVisitors())));
  }
}

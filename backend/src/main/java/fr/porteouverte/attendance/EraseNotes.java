package fr.porteouverte.attendance;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Erases what was written of a person when their booking no longer says who they were. */
@ApplicationScoped
class EraseNotes {
  @Inject Transactions transactions;
  @Inject Attendances attendances;
  @Inject BookingSettings settings;
  @Inject Clock clock;

  @Scheduled(
      every = "24h",
      delayed = "25m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void erase() {
    transactions.run(() -> attendances.eraseNotes(clock.instant().minus(settings.keepVisitors())));
  }
}

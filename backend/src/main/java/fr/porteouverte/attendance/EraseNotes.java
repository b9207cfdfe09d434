package fr.porteouverte.attendance;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Erases what was written of a person when their booking no longer says who they were. */
@ApplicationScoped
class EraseNotes implements Job {
  @Inject Transactions transactions;
  @Inject Attendances attendances;
  @Inject BookingSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "attendance-erase-notes";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 55));
  }

  @Override
  public void run() {
    transactions.run(() -> attendances.eraseNotes(clock.instant().minus(settings.keepVisitors())));
  }
}

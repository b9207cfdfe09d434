package fr.porteouverte.booking.slip;

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

/** Tries that count no longer are forgotten. */
@ApplicationScoped
class ForgetTries implements Job {
  @Inject Transactions transactions;
  @Inject SlipTries tries;
  @Inject BookingSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "booking-forget-slip-tries";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 55));
  }

  @Override
  public void run() {
    transactions.run(() -> tries.forget(clock.instant().minus(settings.slipTriesWithin())));
  }
}

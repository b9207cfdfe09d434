package fr.porteouverte.change;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Whoever did not read for that long has to read everything anew. */
@ApplicationScoped
class ForgetChanges implements Job {
  @Inject ChangeFeed changes;
  @Inject ChangeSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "change-forget";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 20));
  }

  @Override
  public void run() {
    // What nobody read yet would have no number, and stay for ever.
    changes.numberAll();
    transactions.run(() -> changes.forget(clock.instant().minus(settings.keep())));
  }
}

package fr.porteouverte.message.call;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.outbox.OutboxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Erases what clerks wrote of calls when the words of messages go; what came of a call stays. */
@ApplicationScoped
class EraseCallNotes implements Job {
  @Inject Transactions transactions;
  @Inject CallResults results;
  @Inject OutboxSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "message-erase-call-notes";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 45));
  }

  @Override
  public void run() {
    transactions.run(() -> results.eraseNotes(clock.instant().minus(settings.keepBodies())));
  }
}

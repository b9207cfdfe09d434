package fr.porteouverte.outbox;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Erases the words of messages some time after they went; that they went stays. */
@ApplicationScoped
class EraseBodies implements Job {
  @Inject Transactions transactions;
  @Inject EntityManager database;
  @Inject OutboxSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "outbox-erase-bodies";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 40));
  }

  @Override
  public void run() {
    var before = clock.instant().minus(settings.keepBodies()).atOffset(ZoneOffset.UTC);
    transactions.run(
        () -> {
          Sql.of(
                  database,
                  "update outbox set subject = null, body = null where body is not null"
                      + " and coalesce(sent_at, settled_at, due_at) < :before")
              .with("before", before)
              .run();
          Sql.of(database, "delete from local_outbox where sent_at < :before")
              .with("before", before)
              .run();
        });
    // By itself: a receipt has these rows before it has the message's.
    transactions.run(
        () ->
            Sql.of(database, "delete from sms_piece where noted_at < :before")
                .with("before", before)
                .run());
  }
}

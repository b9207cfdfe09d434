package fr.porteouverte.outbox;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Erases the words of messages some time after they went; that they went stays. */
@ApplicationScoped
class EraseBodies implements Job {
  private final Transactions transactions;
  private final EntityManager database;
  private final OutboxSettings settings;
  private final Clock clock;

  EraseBodies(
      Transactions transactions, EntityManager database, OutboxSettings settings, Clock clock) {
    this.transactions = transactions;
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

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
          database
              .createNativeQuery(
                  "update outbox set subject = null, body = null where body is not null"
                      + " and sent_at < :before")
              .setParameter("before", before)
              .executeUpdate();
          database
              .createNativeQuery("delete from local_outbox where sent_at < :before")
              .setParameter("before", before)
              .executeUpdate();
        });
  }
}

package fr.porteouverte.queue.change;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases why somebody was called out of turn, passed on or let in: clerks name people there. */
@ApplicationScoped
class EraseReasons implements Job {
  @Inject Transactions transactions;
  @Inject EntityManager database;
  @Inject Clock clock;

  /** As long as it is known whose a visit was. */
  @ConfigProperty(name = "porte-ouverte.booking.keep-visitors", defaultValue = "365D")
  Duration kept;

  @Override
  public String name() {
    return "queue-erase-reasons";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(3, 0));
  }

  @Override
  public void run() {
    transactions.run(
        () ->
            Sql.of(
                    database,
                    "update queue_event set reason = null where reason is not null and at < :before")
                .with("before", clock.instant().minus(kept))
                .run());
  }
}

package fr.porteouverte.session;

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

/** Erases why a session fell or was cut short: somebody may be named there. That it was stays. */
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
    return "session-erase-reasons";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(3, 5));
  }

  @Override
  public void run() {
    transactions.run(
        () ->
            Sql.of(
                    database,
                    "update session set reason = null where reason is not null and end_at < :before")
                .with("before", clock.instant().minus(kept))
                .run());
  }
}

package fr.porteouverte.site;

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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases why a house was closed: somebody may be named there. That it was stays. */
@ApplicationScoped
class EraseClosureReasons implements Job {
  @Inject Transactions transactions;
  @Inject EntityManager database;
  @Inject Clock clock;

  /** As long as it is known whose a visit was. */
  @ConfigProperty(name = "porte-ouverte.booking.keep-visitors", defaultValue = "365D")
  Duration kept;

  @Override
  public String name() {
    return "site-erase-closure-reasons";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(3, 10));
  }

  @Override
  public void run() {
    transactions.run(
        () ->
            Sql.of(
                    database,
                    "update closure set reason = null where reason is not null and to_time < :before")
                .with(
                    "before", LocalDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC))
                .run());
  }
}

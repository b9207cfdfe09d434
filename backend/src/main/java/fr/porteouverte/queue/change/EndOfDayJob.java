package fr.porteouverte.queue.change;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.problem.Wordless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Ends the day of each house after its own midnight. Nothing waits for it: the first change of a
 * new day does the same.
 */
@ApplicationScoped
public class EndOfDayJob implements Job {
  private static final Logger LOG = Logger.getLogger(EndOfDayJob.class);

  /** Where days begin first. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  /** Midnight is at a full or half hour, somewhere at each. */
  private static final List<LocalTime> SOON_AFTER_EACH_HOUR =
      IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 7)).toList();

  @Inject EntityManager database;
  @Inject QueueLocks locks;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** Of a house whose queue stands at an earlier day, perhaps. */
  record Due(Long siteId, LocalDate date, String zone) {
    boolean isOver(Instant now) {
      return date.isBefore(now.atZone(ZoneId.of(zone)).toLocalDate());
    }
  }

  @Override
  public String name() {
    return "queue-end-of-day";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, SOON_AFTER_EACH_HOUR);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    for (Due due : transactions.call(() -> due(now))) {
      if (due.isOver(now)) {
        try {
          transactions.run(() -> locks.lock(due.siteId(), Actor.SYSTEM));
        } catch (RuntimeException failure) {
          // The next hour, or the house's first change, does it.
          LOG.errorf(Wordless.of(failure), "the day of house %d was not ended", due.siteId());
        }
      }
    }
  }

  private List<Due> due(Instant now) {
    return database
        .createQuery(
            "select q.siteId, q.date, s.zone from QueueSite q join Site s on s.id = q.siteId"
                + " where q.date < :latest order by q.siteId",
            Due.class)
        .setParameter("latest", now.atOffset(EARLIEST).toLocalDate())
        .getResultList();
  }
}

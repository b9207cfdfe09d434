package fr.porteouverte.queue.change;

import fr.porteouverte.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends the day of each house after its own midnight. Nothing waits for it: the first change of a
 * new day does the same. Several processes may do it at once.
 */
@ApplicationScoped
public class EndOfDayJob {
  private static final Logger LOG = Logger.getLogger(EndOfDayJob.class);

  /** Where days begin first. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  @Inject EntityManager database;
  @Inject QueueLocks locks;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** Of a house whose queue stands at an earlier day, perhaps. */
  private record Due(long siteId, LocalDate date, ZoneId zone) {}

  @Scheduled(
      cron = "${porte-ouverte.queue.end-of-day:0 7 * * * ?}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void run() {
    Instant now = clock.instant();
    for (Due due : transactions.call(() -> due(now))) {
      if (due.date().isBefore(now.atZone(due.zone()).toLocalDate())) {
        try {
          transactions.run(() -> locks.lock(due.siteId(), Actor.SYSTEM));
        } catch (RuntimeException failure) {
          // The next hour, or the house's first change, does it.
          LOG.errorf(failure, "the day of house %d was not ended", due.siteId());
        }
      }
    }
  }

  private List<Due> due(Instant now) {
    return database
        .createQuery(
            "select q.siteId, q.date, s.zone from QueueSite q join Site s on s.id = q.siteId"
                + " where q.date < :latest order by q.siteId",
            Object[].class)
        .setParameter("latest", now.atOffset(EARLIEST).toLocalDate())
        .getResultStream()
        .map(row -> new Due((Long) row[0], (LocalDate) row[1], ZoneId.of((String) row[2])))
        .toList();
  }
}

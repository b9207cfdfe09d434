package fr.porteouverte.queue.change;

import fr.porteouverte.database.Sql;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Locks a house's queue for who changes it, one after another: see decision 008. To be taken after
 * the idempotency row and the slots' locks, before any row of the queue is read.
 */
@ApplicationScoped
public class QueueLocks {
  @Inject EntityManager database;
  @Inject Sites sites;
  @Inject EndOfDay endOfDay;
  @Inject Clock clock;

  /** Waits for it. The first lock of a new local day ends the day before. */
  public LockedQueue lock(long siteId, Actor actor) {
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    QueueSite row = locked(site);
    // Read now, after the wait: nobody's change is dated before the one it follows.
    Instant now = clock.instant();
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    if (row.date().isBefore(today)) {
      endOfDay.close(new LockedQueue(row, site, now, today, Actor.SYSTEM));
      row.begin(today);
    }
    return new LockedQueue(row, site, now, today, actor);
  }

  private QueueSite locked(Site site) {
    QueueSite row = lock(site.id());
    if (row != null) {
      return row;
    }
    Sql.of(
            database,
            "insert into queue_site (site_id, seq, local_date) values (:site, 0, :today)"
                + " on conflict do nothing")
        .with("site", site.id())
        .with("today", LocalDate.now(clock.withZone(site.zone())))
        .run();
    return lock(site.id());
  }

  private QueueSite lock(long siteId) {
    return database.find(QueueSite.class, siteId, LockModeType.PESSIMISTIC_WRITE);
  }
}

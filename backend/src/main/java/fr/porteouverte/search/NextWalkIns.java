package fr.porteouverte.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** When one can just come to a house for something. */
@ApplicationScoped
class NextWalkIns {
  /** A bus that comes once a month is found, too. */
  private static final Duration AHEAD = Duration.ofDays(35);

  private static final Duration LONGEST_SESSION = Duration.ofDays(1);

  @Inject EntityManager database;
  @Inject SearchSettings settings;

  /** A session without appointment. */
  record WalkIn(Instant start, Instant end) {
    /** When somebody who leaves now is of use to themselves there. */
    Instant from(Instant now) {
      return start.isAfter(now) ? start : now;
    }
  }

  /** The next of each house that has one; one that is about to end is none any more. */
  Map<Long, WalkIn> at(Collection<Long> siteIds, long procedureId, Instant now) {
    Map<Long, WalkIn> next = new HashMap<>();
    if (siteIds.isEmpty()) {
      return next;
    }
    for (Object[] row :
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select distinct on (s.site_id) s.site_id, s.start_at, s.end_at from session s"
                    + " join permanence p on p.id = s.permanence_id"
                    + " join permanence_procedure d on d.permanence_id = p.id"
                    + " where d.procedure_id = :procedure and p.mode <> 'appointment'"
                    + " and s.site_id in (:sites) and s.start_at >= :early and s.start_at < :late"
                    + " and s.end_at > :worth and s.state <> 'cancelled' and not s.withdrawn"
                    + " and (s.partner_attendance is null or s.partner_attendance <> 'absent')"
                    + " and (p.event_id is null or exists (select 1 from event e"
                    + " where e.id = p.event_id and e.published))"
                    + " order by s.site_id, s.start_at, s.end_at",
                Object[].class)
            .addScalar("site_id", Long.class)
            .addScalar("start_at", Instant.class)
            .addScalar("end_at", Instant.class)
            .setParameter("procedure", procedureId)
            .setParameterList("sites", siteIds)
            .setParameter("early", now.minus(LONGEST_SESSION))
            .setParameter("late", now.plus(AHEAD))
            .setParameter("worth", now.plus(settings.walkInMargin()))
            .getResultList()) {
      next.put((Long) row[0], new WalkIn((Instant) row[1], (Instant) row[2]));
    }
    return next;
  }
}

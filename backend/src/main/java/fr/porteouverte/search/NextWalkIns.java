package fr.porteouverte.search;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    return siteIds.isEmpty()
        ? Map.of()
        : Sql.of(
                database,
                "select distinct on (s.site_id) s.site_id, s.start_at,"
                    + " s.end_at, s.stopped_at from session s"
                    + " join permanence p on p.id = s.permanence_id"
                    + " join permanence_procedure d on d.permanence_id = p.id"
                    + " where d.procedure_id = :procedure and p.mode <> 'appointment'"
                    + " and s.site_id in (:sites) and s.start_at >= :early and s.start_at < :late"
                    + " and s.end_at > :worth and s.state <> 'cancelled' and not s.withdrawn"
                    + " and (s.stopped_at is null or s.stopped_at > :worth)"
                    + " and (s.partner_attendance is null or s.partner_attendance <> 'absent')"
                    + " and (p.event_id is null or exists (select 1 from event e"
                    + " where e.id = p.event_id and e.published))"
                    + " order by s.site_id, s.start_at, s.end_at")
            .with("procedure", procedureId)
            .with("sites", siteIds)
            .with("early", now.minus(LONGEST_SESSION))
            .with("late", now.plus(AHEAD))
            .with("worth", now.plus(settings.walkInMargin()))
            .list(Next.class)
            .stream()
            .collect(Collectors.toMap(Next::siteId, Next::walkIn));
  }

  private record Next(Long siteId, Instant startAt, Instant endAt, @Nullable Instant stoppedAt) {
    WalkIn walkIn() {
      return new WalkIn(
          startAt, stoppedAt != null && stoppedAt.isBefore(endAt) ? stoppedAt : endAt);
    }
  }
}

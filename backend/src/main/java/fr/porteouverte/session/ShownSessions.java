package fr.porteouverte.session;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Sessions that anybody may see: the cancelled ones too, and those that the calendar took back,
 * since silence is what makes people come for nothing, but no workshop of an event that is not
 * published. (Events lie above this room.)
 */
@ApplicationScoped
class ShownSessions {
  private static final String SHOWN =
      "select s from Session s join fetch s.permanence p join fetch p.site left join fetch p.partner"
          + " where (not s.withdrawn or "
          + Sessions.TAKEN_BACK
          + ") and (p.eventId is null or exists (select 1 from Event e"
          + " where e.id = p.eventId and e.published))";
  private static final String STOPPING =
      "select p.id from permanence p join site h on h.id = p.site_id"
          + " where p.stop_insee = :insee and h.live and h.archived_at is null";
  private static final String BY_START = " order by s.start, s.id";

  @Inject EntityManager database;

  List<Session> between(long siteId, Instant from, Instant before) {
    return at(" and s.siteId = :site and s.start >= :from and s.start < :before")
        .setParameter("site", siteId)
        .setParameter("from", from)
        .setParameter("before", before)
        .getResultList();
  }

  List<Session> notOverAt(long siteId, Instant now, int limit) {
    return at(" and s.siteId = :site and s.end > :now")
        .setParameter("site", siteId)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  List<Session> notOverIn(String insee, boolean stops, Instant now, int limit) {
    Collection<Long> permanences = stops ? stopping(insee) : in(insee);
    return permanences.isEmpty()
        ? List.of()
        : at(" and p.id in :permanences and s.end > :now")
            .setParameter("permanences", permanences)
            .setParameter("now", now)
            .setMaxResults(limit)
            .getResultList();
  }

  private TypedQuery<Session> at(String which) {
    return database.createQuery(SHOWN + which + BY_START, Session.class);
  }

  /** A bus is where it stops, not where its house has its address. */
  private List<Long> in(String insee) {
    return ids(
        STOPPING
            + " union all select p.id from permanence p join site h on h.id = p.site_id"
            + " where h.insee = :insee and p.stop_insee is null"
            + " and h.live and h.archived_at is null",
        insee);
  }

  private List<Long> stopping(String insee) {
    return ids(STOPPING, insee);
  }

  private List<Long> ids(String query, String insee) {
    return Sql.of(database, query).with("insee", insee).list(Long.class);
  }
}

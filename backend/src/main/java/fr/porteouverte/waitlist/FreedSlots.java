package fr.porteouverte.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Places that were freed when they could not be offered: at night, or while others were locked. */
@ApplicationScoped
class FreedSlots {
  @Inject EntityManager database;

  record Freed(long id, long siteId, long slotId) {}

  void remember(long siteId, long slotId, Instant due) {
    database
        .createNativeQuery(
            "insert into waitlist_freed (site_id, slot_id, due_at) values (:site, :slot, :due)")
        .setParameter("site", siteId)
        .setParameter("slot", slotId)
        .setParameter("due", due.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** The same of those slots of a permanence that begin then. */
  void remember(long siteId, long permanenceId, Collection<Instant> starts, Instant due) {
    database
        .createNativeQuery(
            "insert into waitlist_freed (site_id, slot_id, due_at) select cast(:site as bigint), id,"
                + " cast(:due as timestamp with time zone) from slot where permanence_id ="
                + " :permanence and start_at in (:starts) order by start_at")
        .setParameter("site", siteId)
        .setParameter("permanence", permanenceId)
        .setParameter(
            "starts", starts.stream().map(start -> start.atOffset(ZoneOffset.UTC)).toList())
        .setParameter("due", due.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  List<Freed> due(Instant now, int limit) {
    return ((List<Object[]>)
            database
                .createNativeQuery(
                    "select id, site_id, slot_id from waitlist_freed where due_at <= :now order by"
                        + " due_at, id")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList())
        .stream()
            .map(
                row ->
                    new Freed(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue()))
            .toList();
  }

  /**
   * @return false: another process had it already
   */
  boolean forget(long id) {
    return database
            .createNativeQuery("delete from waitlist_freed where id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }
}

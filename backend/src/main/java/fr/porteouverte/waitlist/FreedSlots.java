package fr.porteouverte.waitlist;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Places that were freed when they could not be offered: at night, or while others were locked. */
@ApplicationScoped
class FreedSlots {
  @Inject EntityManager database;

  record Freed(long id, long siteId, long slotId) {}

  void remember(long siteId, long slotId, Instant due) {
    Sql.of(
            database,
            "insert into waitlist_freed (site_id, slot_id, due_at) values (:site, :slot, :due)")
        .with("site", siteId)
        .with("slot", slotId)
        .with("due", due)
        .run();
  }

  /** The same of those slots of a permanence that begin then. */
  void remember(long siteId, long permanenceId, Collection<Instant> starts, Instant due) {
    Sql.of(
            database,
            "insert into waitlist_freed (site_id, slot_id, due_at) select cast(:site as bigint), id,"
                + " cast(:due as timestamp with time zone) from slot where permanence_id ="
                + " :permanence and start_at in (:starts) order by start_at")
        .with("site", siteId)
        .with("permanence", permanenceId)
        .with("starts", starts)
        .with("due", due)
        .run();
  }

  List<Freed> due(Instant now, int limit) {
    return Sql.of(
            database,
            "select id, site_id, slot_id from waitlist_freed where due_at <= :now order by"
                + " due_at, id")
        .with("now", now)
        .limit(limit)
        .list(Freed.class);
  }

  /**
   * @return false: another process had it already
   */
  boolean forget(long id) {
    return Sql.of(database, "delete from waitlist_freed where id = :id").with("id", id).run() == 1;
  }
}

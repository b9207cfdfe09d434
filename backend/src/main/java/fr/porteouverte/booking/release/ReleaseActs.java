package fr.porteouverte.booking.release;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The acts themselves: their history, and what they can be taken back by. */
@ApplicationScoped
class ReleaseActs {
  @Inject EntityManager database;

  record Act(long id, Instant at, @Nullable Instant undoneAt) {}

  long made(long siteId, String agent, Collection<Long> bookings, Instant now) {
    Sql.of(database, "insert into release_act (site_id, agent, at) values (:site, :agent, :now)")
        .with("site", siteId)
        .with("agent", agent)
        .with("now", now)
        .run();
    long id =
        Sql.of(database, "select max(id) from release_act where site_id = :site and agent = :agent")
            .with("site", siteId)
            .with("agent", agent)
            .one(Long.class);
    for (long booking : bookings) {
      Sql.of(
              database,
              "insert into release_act_booking (act_id, booking_id) values (:act, :booking)")
          .with("act", id)
          .with("booking", booking)
          .run();
    }
    return id;
  }

  Optional<Act> locked(long id, long siteId) {
    return Sql.of(
            database,
            "select id, at, undone_at from release_act where id = :id and site_id = :site for"
                + " update")
        .with("id", id)
        .with("site", siteId)
        .first(Act.class);
  }

  void undone(long id, Instant now) {
    Sql.of(database, "update release_act set undone_at = :now where id = :id")
        .with("now", now)
        .with("id", id)
        .run();
  }

  record Freed(long bookingId, String reference) {}

  /** By their start: who comes first is put back first. */
  List<Freed> bookings(long id) {
    return Sql.of(
            database,
            "select b.id as booking_id, b.reference from release_act_booking r join booking b on"
                + " b.id = r.booking_id where r.act_id = :id order by b.start_at, b.id")
        .with("id", id)
        .list(Freed.class);
  }
}

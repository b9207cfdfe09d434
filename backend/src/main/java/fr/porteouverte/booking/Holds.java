package fr.porteouverte.booking;

import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All holds, live and expired. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, UUID> {

  /** Read for change: after the slot locks, in the order of docs/architecture.md. */
  public Optional<Hold> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Marks it as used, also one that expired or is gone: a hold serves one booking. Waits for
   * whoever uses it at the same moment.
   *
   * @return false: it was used before
   */
  boolean use(UUID id, Instant now) {
    int inserted =
        Sql.of(
                getEntityManager(),
                "insert into used_hold (hold_id, used_at) values (:id, :now) on conflict do nothing")
            .with("id", id)
            .with("now", now)
            .run();
    return inserted == 1;
  }

  public boolean isUsed(UUID id) {
    return Sql.of(getEntityManager(), "select count(*) from used_hold where hold_id = :id")
            .with("id", id)
            .one(Long.class)
        > 0;
  }

  int forgetUsedBefore(Instant instant) {
    return Sql.of(getEntityManager(), "delete from used_hold where used_at < :before")
        .with("before", instant)
        .run();
  }

  /** No entity: whoever goes on takes the slots' locks first. */
  public boolean isOffer(UUID id) {
    return count("id = ?1 and bookingId is not null", id) > 0;
  }

  public long live(String browser, Instant now) {
    return count("browser = ?1 and expiresAt > ?2", browser, now);
  }

  /** A place that an expired hold still occupies. */
  public record Left(long slotId, long siteId) {}

  /** Those at houses where somebody waits for an earlier place. */
  public List<Left> leftToTheList(Instant now, int limit) {
    return Sql.of(
            getEntityManager(),
            "select distinct s.id as slot_id, p.site_id from hold h join seat e on e.hold_id = h.id"
                + " join slot s on s.id = e.slot_id join permanence p on p.id ="
                + " s.permanence_id where h.expires_at <= :now and exists (select 1 from"
                + " waitlist_entry w where w.site_id = p.site_id) order by s.id")
        .with("now", now)
        .limit(limit)
        .list(Left.class);
  }

  /** Expired holds whose seats are all gone. */
  long deleteSpent(Instant now) {
    return Sql.of(
            getEntityManager(),
            "delete from hold where expires_at <= :now and not exists (select 1 from seat where"
                + " seat.hold_id = hold.id)")
        .with("now", now)
        .run();
  }
}

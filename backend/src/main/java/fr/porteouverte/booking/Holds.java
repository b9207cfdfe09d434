package fr.porteouverte.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All holds, live and expired. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, UUID> {

  /** Read for change: after the slot locks, in DESIGN.md's order. */
  Optional<Hold> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** No entity: whoever goes on takes the slots' locks first. */
  boolean isOffer(UUID id) {
    return count("id = ?1 and bookingId is not null", id) > 0;
  }

  long live(String browser, Instant now) {
    return count("browser = ?1 and expiresAt > ?2", browser, now);
  }

  /** Expired holds whose seats are all gone. */
  long deleteSpent(Instant now) {
    return getEntityManager()
        .createNativeQuery(
            "delete from hold where expires_at <= :now and not exists (select 1 from seat where"
                + " seat.hold_id = hold.id)")
        .setParameter("now", now.atOffset(java.time.ZoneOffset.UTC))
        .executeUpdate();
  }
}

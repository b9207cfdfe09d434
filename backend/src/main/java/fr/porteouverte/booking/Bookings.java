package fr.porteouverte.booking;

import fr.porteouverte.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** All bookings. */
@ApplicationScoped
public class Bookings implements PanacheRepository<Booking> {
  private final BookingSecret secret;

  Bookings(BookingSecret secret) {
    this.secret = secret;
  }

  /**
   * The booking that this secret opens. The refusal is the same whether the reference or the secret
   * is wrong: a guess learns nothing.
   */
  Booking opened(String reference, String given) {
    return find("reference", Reference.normalise(reference))
        .firstResultOptional()
        .filter(booking -> secret.opens(booking, given))
        .orElseThrow(NotFound::new);
  }

  /** Read again under its lock: after the slot locks, in DESIGN.md's order. */
  Booking locked(long id) {
    Booking booking = findById(id);
    getEntityManager().refresh(booking, LockModeType.PESSIMISTIC_WRITE);
    return booking;
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.slip.SlipCode;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Opens a booking to who has its secret, or to staff of its house who come without one. Everybody
 * else hears the same 404, whatever they guessed.
 */
@ApplicationScoped
public class BookingAccess {
  @Inject Bookings bookings;
  @Inject BookingSecret secret;
  @Inject SlipCode slips;
  @Inject Access access;
  @Inject CurrentIntegrator system;

  /**
   * @param given null: the login decides. A secret makes its bearer the visitor, logged in or not
   */
  public OpenBooking open(String reference, @Nullable String given) {
    Booking booking = bookings.named(reference).orElseThrow(NotFound::new);
    if (given != null) {
      if (!secret.opens(booking, given)) {
        throw new NotFound();
      }
      return open(booking, Change.VISITOR);
    }
    Partner partner = booking.partner();
    if (!access.actsAs(booking.site().id(), partner == null ? null : partner.id())) {
      throw new NotFound();
    }
    return open(booking, access.caller().username());
  }

  private OpenBooking open(Booking booking, String actor) {
    return new OpenBooking(booking, actor, slips.of(booking), system.get().isPresent());
  }
}

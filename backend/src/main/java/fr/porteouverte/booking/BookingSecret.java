package fr.porteouverte.booking;

import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What opens a booking: a raised version revokes it. */
@ApplicationScoped
class BookingSecret {
  @Inject Secrets secrets;

  String of(Booking booking) {
    return secrets.of("booking", booking.id() + ":" + booking.secretVersion());
  }

  boolean opens(Booking booking, String secret) {
    return Secrets.same(of(booking), secret);
  }
}

package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a message about a booking may say. Only for messages to the visitor: it opens the booking.
 */
@ApplicationScoped
public class Correspondence {
  private final Bookings bookings;
  private final BookingSecret secret;
  private final Clock clock;

  Correspondence(Bookings bookings, BookingSecret secret, Clock clock) {
    this.bookings = bookings;
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * A booking as it stands.
   *
   * @param secret opens it; derived each time, never to be stored or logged
   * @param calendar its iCalendar object: PUBLISH, or CANCEL once it is cancelled
   */
  public record Letter(
      long bookingId,
      long siteId,
      long procedureId,
      ZoneId zone,
      BookingView booking,
      String secret,
      String calendar) {}

  @Transactional
  public Optional<Letter> letter(long bookingId) {
    return bookings.findByIdOptional(bookingId).map(this::letter);
  }

  private Letter letter(Booking booking) {
    return new Letter(
        booking.id(),
        booking.site().id(),
        booking.procedure().id(),
        booking.site().zone(),
        BookingView.of(booking, null, clock.instant()),
        secret.of(booking),
        BookingCalendar.of(booking));
  }
}

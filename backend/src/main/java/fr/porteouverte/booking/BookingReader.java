package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads bookings for those who have the secret. */
@ApplicationScoped
class BookingReader {
  private final Bookings bookings;
  private final Clock clock;

  BookingReader(Bookings bookings, Clock clock) {
    this.bookings = bookings;
    this.clock = clock;
  }

  @Transactional
  BookingView read(String reference, String secret) {
    return BookingView.of(bookings.opened(reference, secret), null, clock.instant());
  }

  @Transactional
  String calendar(String reference, String secret) {
    return BookingCalendar.of(bookings.opened(reference, secret));
  }
}

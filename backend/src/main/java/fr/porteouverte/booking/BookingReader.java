package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads bookings for those to whom they open. */
@ApplicationScoped
class BookingReader {
  private final BookingDoor door;
  private final Clock clock;

  BookingReader(BookingDoor door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  @Transactional
  BookingView read(String reference, String secret) {
    return door.open(reference, secret).view(clock.instant());
  }

  @Transactional
  String calendar(String reference, String secret) {
    return BookingCalendar.of(door.open(reference, secret).booking());
  }
}

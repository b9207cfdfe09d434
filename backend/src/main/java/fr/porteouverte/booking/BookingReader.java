package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads bookings for those to whom they open. */
@ApplicationScoped
class BookingReader {
  private final BookingDoor door;
  private final Proposals proposals;
  private final BookingCalendar calendars;
  private final Clock clock;

  BookingReader(BookingDoor door, Proposals proposals, BookingCalendar calendars, Clock clock) {
    this.door = door;
    this.proposals = proposals;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Transactional
  BookingView read(String reference, String secret) {
    OpenBooking open = door.open(reference, secret);
    return proposals.on(open.view(clock.instant()), open.booking());
  }

  @Transactional
  String calendar(String reference, String secret) {
    return calendars.of(door.open(reference, secret).booking());
  }
}

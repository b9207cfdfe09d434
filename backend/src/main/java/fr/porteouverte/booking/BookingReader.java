package fr.porteouverte.booking;

import fr.porteouverte.booking.seating.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads bookings for those to whom they open. */
@ApplicationScoped
class BookingReader {
  @Inject BookingAccess door;
  @Inject Proposals proposals;
  @Inject BookingCalendar calendars;
  @Inject Clock clock;

  @Transactional
  BookingView read(String reference, @Nullable String secret) {
    OpenBooking open = door.open(reference, secret);
    return proposals.on(open.view(clock.instant()), open.booking());
  }

  @Transactional
  String calendar(String reference, @Nullable String secret) {
    return calendars.of(door.open(reference, secret).booking());
  }
}

package fr.porteouverte.booking.change;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingEvents;
import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.site.HouseMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A house moved or was renamed: every coming appointment there says so in its history, its calendar
 * entry moves (SEQUENCE grows), and the person is told by who observes {@link BookingHappened}.
 */
@ApplicationScoped
class MovedHouses {
  private static final String SYSTEM = "system";

  @Inject Bookings bookings;
  @Inject BookingEvents events;

  void moved(@Observes HouseMoved house) {
    Change by = new Change(house.actor(), SYSTEM, false);
    for (long id : bookings.coming(house.siteId(), house.at())) {
      Booking booking = bookings.locked(id);
      // Until its lock it may have moved elsewhere, been cancelled, or the person may have come.
      if (booking.site().id() == house.siteId()
          && booking.state() == BookingState.booked
          && booking.start().isAfter(house.at())) {
        booking.houseMoved(house.at());
        events.append(booking, BookingHappened.Kind.houseMoved, by, null, house.at());
      }
    }
  }
}

package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.partner.Partner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * The limits against hoarding. They are counted under a lock of their own, taken after the slots',
 * so that two requests at once cannot both be the last one allowed.
 */
@ApplicationScoped
public class Quotas {
  @Inject EntityManager database;
  @Inject Holds holds;
  @Inject BookingSettings settings;
  @Inject NamedLocks locks;

  public void roomForAHold(String browser, Instant now) {
    locks.take("browser", browser);
    if (holds.live(browser, now) >= settings.holdsPerBrowser()) {
      throw Refusals.tooManyHolds(settings.holdsPerBrowser());
    }
  }

  public void roomForABooking(Visit visit, Contact visitor, Instant now) {
    for (String address : visitor.addresses()) {
      locks.take("contact", address);
      if (liveBookings(visit, address, now) >= settings.bookingsPerContact()) {
        throw Refusals.tooManyBookings(settings.bookingsPerContact());
      }
    }
  }

  private long liveBookings(Visit visit, String address, Instant now) {
    Partner partner = visit.permanence().partner();
    return database
        .createQuery(
            "select count(*) from Booking b where "
                + (address.contains("@") ? "b.visitor.email" : "b.visitor.phone")
                + " = :address and b.end > :now and b.state = :booked and "
                + (partner == null
                    ? "b.partner is null and b.site.id = :host"
                    : "b.partner.id = :host"),
            Long.class)
        .setParameter("address", address)
        .setParameter("now", now)
        .setParameter("booked", BookingState.booked)
        .setParameter("host", partner == null ? visit.permanence().site().id() : partner.id())
        .getSingleResult();
  }
}

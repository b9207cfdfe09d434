package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.Edition;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Sql;
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
  @Inject Edition edition;

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

  private record Live(long bookings, long mark) {}

  private long liveBookings(Visit visit, String address, Instant now) {
    Partner partner = visit.permanence().partner();
    Live live =
        Sql.of(
                database,
                "select (select count(*) from booking b where b."
                    + (address.contains("@") ? "email" : "phone")
                    + " = :address and b.end_at > :now and b.state = 'booked' and "
                    + (partner == null
                        ? "b.partner_id is null and b.site_id = :host"
                        : "b.partner_id = :host")
                    + ") as bookings, "
                    + edition.mark()
                    + " as mark")
            .with("address", address)
            .with("now", now)
            .with("host", partner == null ? visit.permanence().site().id() : partner.id())
            .together(Live.class);
    edition.seen(live.mark());
    return live.bookings();
  }
}

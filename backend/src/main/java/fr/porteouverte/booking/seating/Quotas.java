package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.Edition;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Soon;
import fr.porteouverte.database.Sql;
import fr.porteouverte.partner.Partner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

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
      requireRoom(ask(visit, address, now));
    }
  }

  /**
   * The same in two steps: the locks and counts go with what else the transaction asks, and {@link
   * #requireRoom} looks at them.
   */
  List<Soon<Live>> ahead(Visit visit, Contact visitor, Instant now) {
    return visitor.addresses().stream().map(address -> ask(visit, address, now)).toList();
  }

  public void requireRoom(Soon<Live> asked) {
    Live live = asked.one();
    edition.seen(live.mark());
    if (live.bookings() >= settings.bookingsPerContact()) {
      throw Refusals.tooManyBookings(settings.bookingsPerContact());
    }
  }

  /** What somebody has already. */
  public record Live(long bookings, long mark) {}

  private Soon<Live> ask(Visit visit, String address, Instant now) {
    locks.take("contact", address);
    Partner partner = visit.permanence().partner();
    return Sql.of(
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
        .soon(Live.class);
  }
}

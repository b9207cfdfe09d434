package fr.porteouverte.booking;

import fr.porteouverte.booking.BookingHappened.Former;
import fr.porteouverte.booking.BookingHappened.Kind;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The history of bookings, appended in the transaction of each change and never edited. */
@ApplicationScoped
public class BookingEvents {
  @Inject EntityManager database;
  @Inject Event<BookingHappened> observers;

  /** By the visitor's own link, or by an agent at a counter who has the person before them. */
  public void append(Booking booking, Kind kind, String actor, Instant at) {
    append(booking, kind, Change.by(actor), null, at);
  }

  /**
   * @param actor {@link Change#VISITOR}, an agent's username, or {@code device:} and the id of a
   *     kiosk
   * @param origin from where: online, counter, kiosk, late (from paper), api or system
   */
  public void append(Booking booking, Kind kind, String actor, String origin, Instant at) {
    append(booking, kind, new Change(actor, origin, true), null, at);
  }

  /**
   * @param before of a booking that moved; else null
   */
  public void append(
      Booking booking, Kind kind, Change change, @Nullable Former before, Instant at) {
    if (kind != Kind.booked) {
      // Whoever notes the change reads the booking as it is now; a new one is written already.
      database.flush();
    }
    Sql.of(
            database,
            "insert into booking_event (booking_id, kind, at, actor, origin, slot_id) values"
                + " (:booking, :kind, :at, :actor, :origin, :slot)")
        .with("booking", booking.id())
        .with("kind", kind.name())
        .with("at", at)
        .with("actor", change.actor())
        .with("origin", change.origin())
        .with("slot", booking.slotId())
        .later();
    observers.fire(
        new BookingHappened(
            booking.id(),
            booking.site().id(),
            kind,
            booking.sequence(),
            booking.start(),
            before == null ? null : before.start(),
            before == null ? null : before.site(),
            before == null ? null : before.partner(),
            change.byVisitor(),
            change.origin(),
            change.told(),
            kind == Kind.booked ? Correspondence.Addressee.of(booking) : null,
            at));
  }
}

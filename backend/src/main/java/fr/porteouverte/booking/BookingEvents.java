package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** The history of bookings, appended in the transaction of each change and never edited. */
@ApplicationScoped
class BookingEvents {
  /** Who acts when nobody is logged in. */
  static final String VISITOR = "visitor";

  enum Kind {
    booked,
    moved,
    cancelled,
    arrived,
    unarrived
  }

  private final EntityManager database;

  BookingEvents(EntityManager database) {
    this.database = database;
  }

  /** By the visitor's own link, or by an agent at a desk. */
  void append(Booking booking, Kind kind, String actor, Instant at) {
    append(booking, kind, actor, VISITOR.equals(actor) ? "online" : "desk", at);
  }

  /**
   * @param actor {@link #VISITOR}, an agent's username, or {@code device:} and the id of a kiosk
   * @param origin from where: online, desk, kiosk, late (from paper) or system
   */
  void append(Booking booking, Kind kind, String actor, String origin, Instant at) {
    database
        .createNativeQuery(
            "insert into booking_event (booking_id, kind, at, actor, origin, slot_id) values (:booking,"
                + " :kind, :at, :actor, :origin, :slot)")
        .setParameter("booking", booking.id())
        .setParameter("kind", kind.name())
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .setParameter("actor", actor)
        .setParameter("origin", origin)
        .setParameter("slot", booking.slotId())
        .executeUpdate();
  }
}

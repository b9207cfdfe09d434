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

  /**
   * @param actor {@link #VISITOR}, or an agent's username
   */
  void append(Booking booking, Kind kind, String actor, Instant at) {
    database
        .createNativeQuery(
            "insert into booking_event (booking_id, kind, at, actor, slot_id) values (:booking, :kind,"
                + " :at, :actor, :slot)")
        .setParameter("booking", booking.id())
        .setParameter("kind", kind.name())
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .setParameter("actor", actor)
        .setParameter("slot", booking.slotId())
        .executeUpdate();
  }
}

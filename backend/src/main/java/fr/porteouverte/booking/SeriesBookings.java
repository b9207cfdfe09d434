package fr.porteouverte.booking;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is booked in a permanence's slots, and whose they are when the series is cut in two. */
@ApplicationScoped
public class SeriesBookings {
  private static final String STANDING =
      "select b.id, b.reference, b.first_name, b.last_name, b.start_at, b.end_at, b.procedure_id,"
          + " b.slot_id, s.session_id, s.id seat_slot from slot s join seat x on x.slot_id = s.id"
          + " join booking b on b.id = x.booking_id where s.permanence_id = :permanence"
          + " and s.start_at > :after and s.start_at < :before and b.state = 'booked'"
          + Bookings.UNMARKED
          + " order by b.start_at, b.id, s.start_at";

  @Inject EntityManager database;

  private record Seat(
      long id,
      String reference,
      String firstName,
      String lastName,
      Instant startAt,
      Instant endAt,
      long procedureId,
      long slotId,
      long sessionId,
      long seatSlot) {

    /** Without its other seats yet. */
    StandingBooking booking() {
      return new StandingBooking(
          id,
          reference,
          firstName,
          lastName,
          startAt,
          endAt,
          procedureId,
          slotId,
          sessionId,
          new HashSet<>());
    }
  }

  /** By start. People who have arrived already are with them who serve them: they stay. */
  public List<StandingBooking> standing(long permanenceId, Instant after, Instant before) {
    Map<Long, StandingBooking> found = new LinkedHashMap<>();
    Sql.of(database, STANDING)
        .with("permanence", permanenceId)
        .with("after", after)
        .with("before", before)
        .list(Seat.class)
        .forEach(
            seat ->
                found
                    .computeIfAbsent(seat.id(), id -> seat.booking())
                    .slotIds()
                    .add(seat.seatSlot()));
    return new ArrayList<>(found.values());
  }

  /** Under the locks of the slots: who arrives or is moved waits, or came before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long permanenceId, Instant after) {
    Sql.of(
            database,
            "select id from booking where permanence_id = :permanence and start_at > :after"
                + " and state = 'booked' order by id for update")
        .with("permanence", permanenceId)
        .with("after", after)
        .list(Long.class);
  }

  private record Named(String reference, Long id) {}

  /** Ids of the bookings of these references, as people write them; unknown ones are left out. */
  public Map<String, Long> ids(Collection<String> references) {
    Map<String, String> asWritten = new HashMap<>();
    references.forEach(reference -> asWritten.put(Reference.normalise(reference), reference));
    return asWritten.isEmpty()
        ? Map.of()
        : Sql.of(database, "select reference, id from booking where reference in (:all)")
            .with("all", asWritten.keySet())
            .list(Named.class)
            .stream()
            .collect(Collectors.toMap(named -> asWritten.get(named.reference()), Named::id));
  }

  /**
   * Bookings follow their slots to the part of a series that was cut off, cancelled ones too. Under
   * the locks of the slots; takes those of the bookings in order of id.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(long from, long to, Instant start, Instant before) {
    database.flush();
    List<Long> ids =
        Sql.of(
                database,
                "select id from booking where permanence_id = :old and start_at >= :start"
                    + " and start_at < :before order by id for update")
            .with("old", from)
            .with("start", start)
            .with("before", before)
            .list(Long.class);
    if (!ids.isEmpty()) {
      Sql.of(
              database,
              "update booking set permanence_id = :new, version = version + 1 where id in (:ids)")
          .with("new", to)
          .with("ids", ids)
          .run();
    }
  }
}

package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Who is booked in a permanence's slots, and whose they are when the series is cut in two. */
@ApplicationScoped
public class SeriesBookings {
  private static final String STANDING =
      "select b.id, b.reference, b.first_name, b.last_name, b.start_at, b.end_at, b.procedure_id,"
          + " b.slot_id, s.session_id, s.id seat_slot from slot s join seat x on x.slot_id = s.id"
          + " join booking b on b.id = x.booking_id where s.permanence_id = :permanence"
          + " and s.start_at > :after and s.start_at < :before and b.state = 'booked'"
          + " order by b.start_at, b.id, s.start_at";

  @Inject EntityManager database;

  /** By start. People who have arrived already are with them who serve them: they stay. */
  @SuppressWarnings("unchecked")
  public List<StandingBooking> standing(long permanenceId, Instant after, Instant before) {
    Map<Long, StandingBooking> found = new LinkedHashMap<>();
    for (Object[] row :
        (List<Object[]>)
            database
                .createNativeQuery(STANDING)
                .setParameter("permanence", permanenceId)
                .setParameter("after", at(after))
                .setParameter("before", at(before))
                .getResultList()) {
      found
          .computeIfAbsent(
              number(row[0]),
              id ->
                  new StandingBooking(
                      id,
                      (String) row[1],
                      (String) row[2],
                      (String) row[3],
                      instant(row[4]),
                      instant(row[5]),
                      number(row[6]),
                      number(row[7]),
                      number(row[8]),
                      new HashSet<>()))
          .slotIds()
          .add(number(row[9]));
    }
    return new ArrayList<>(found.values());
  }

  /** Under the locks of the slots: who arrives or is moved waits, or came before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long permanenceId, Instant after) {
    database
        .createNativeQuery(
            "select id from booking where permanence_id = :permanence and start_at > :after"
                + " and state = 'booked' order by id for update")
        .setParameter("permanence", permanenceId)
        .setParameter("after", at(after))
        .getResultList();
  }

  /** Ids of the bookings of these references, as people write them; unknown ones are left out. */
  @SuppressWarnings("unchecked")
  public Map<String, Long> ids(Collection<String> references) {
    Map<String, String> asWritten = new HashMap<>();
    references.forEach(reference -> asWritten.put(Reference.normalise(reference), reference));
    Map<String, Long> ids = new HashMap<>();
    if (!asWritten.isEmpty()) {
      for (Object[] row :
          (List<Object[]>)
              database
                  .createNativeQuery("select reference, id from booking where reference in (:all)")
                  .setParameter("all", asWritten.keySet())
                  .getResultList()) {
        ids.put(asWritten.get((String) row[0]), number(row[1]));
      }
    }
    return ids;
  }

  /**
   * Bookings follow their slots to the part of a series that was cut off, cancelled ones too. Under
   * the locks of the slots; takes those of the bookings in order of id.
   */
  @SuppressWarnings("unchecked")
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(long from, long to, Instant start, Instant before) {
    database.flush();
    List<Object> ids =
        database
            .createNativeQuery(
                "select id from booking where permanence_id = :old and start_at >= :start"
                    + " and start_at < :before order by id for update")
            .setParameter("old", from)
            .setParameter("start", at(start))
            .setParameter("before", at(before))
            .getResultList();
    TreeSet<Long> sorted = new TreeSet<>();
    ids.forEach(id -> sorted.add(number(id)));
    if (!sorted.isEmpty()) {
      database
          .createNativeQuery(
              "update booking set permanence_id = :new, version = version + 1 where id in (:ids)")
          .setParameter("new", to)
          .setParameter("ids", sorted)
          .executeUpdate();
    }
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(Object value) {
    return value instanceof Instant there ? there : ((OffsetDateTime) value).toInstant();
  }
}

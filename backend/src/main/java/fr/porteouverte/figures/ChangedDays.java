package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Days that were counted and are not as they were: something that belongs to them was noted,
 * corrected or taken back. The histories say so themselves, so no room has to tell this one.
 */
@ApplicationScoped
class ChangedDays {
  private static final String COUNTED =
      " join site s on s.id = %1$s.site_id join figure_house h on h.site_id = s.id";

  private static final List<String> OF_A_DATE =
      List.of(
          "select distinct t.site_id, t.local_date, s.zone from queue_event e join ticket t on t.id ="
              + " e.ticket_id"
              + COUNTED.formatted("t")
              + " where e.recorded_at >= :since and t.local_date < h.counted_until",
          "select distinct a.site_id, a.local_date, s.zone from attendance a"
              + COUNTED.formatted("a")
              + " where (a.at >= :since or a.undone_at >= :since) and a.local_date <"
              + " h.counted_until",
          "select distinct n.site_id, n.local_date, s.zone from session_event e join session n on"
              + " n.id = e.session_id"
              + COUNTED.formatted("n")
              + " where e.at >= :since and n.local_date < h.counted_until");

  private static final String EVER =
      " from booking_event r join booking_event e on e.booking_id = r.booking_id join ";

  /**
   * Of a booking also when its mark changed: its day is not always the day of the visit. And where
   * it lay before: a cancellation counts there.
   */
  private static final List<String> OF_AN_INSTANT =
      List.of(
          "select distinct b.site_id, b.start_at, s.zone, h.counted_until from booking_event e join"
              + " booking b on b.id = e.booking_id"
              + COUNTED.formatted("b")
              + " where e.at >= :since and b.start_at < :now",
          "select distinct p.site_id, l.start_at, s.zone, h.counted_until"
              + EVER
              + "slot l on l.id = e.slot_id join permanence p on p.id = l.permanence_id"
              + COUNTED.formatted("p")
              + " where r.at >= :since and l.start_at < :now",
          "select distinct g.site_id, g.start_at, s.zone, h.counted_until"
              + EVER
              + "gone_slot g on g.id = e.slot_id"
              + COUNTED.formatted("g")
              + " where r.at >= :since and g.start_at < :now",
          "select distinct b.site_id, b.start_at, s.zone, h.counted_until from attendance a join"
              + " booking b on b.id = a.booking_id"
              + COUNTED.formatted("b")
              + " where (a.at >= :since or a.undone_at >= :since) and b.start_at < :now");

  @Inject EntityManager database;

  private record OfDate(Long siteId, LocalDate localDate, String zone) {
    LocalDay day() {
      return new LocalDay(siteId, localDate, ZoneId.of(zone));
    }
  }

  private record OfInstant(Long siteId, Instant startAt, String zone, LocalDate countedUntil) {
    LocalDay day() {
      ZoneId where = ZoneId.of(zone);
      return new LocalDay(siteId, startAt.atZone(where).toLocalDate(), where);
    }
  }

  Set<LocalDay> since(Instant since, Instant now) {
    Set<LocalDay> days = new HashSet<>();
    for (String select : OF_A_DATE) {
      Sql.of(database, select)
          .with("since", since)
          .list(OfDate.class)
          .forEach(one -> days.add(one.day()));
    }
    for (String select : OF_AN_INSTANT) {
      Sql.of(database, select).with("since", since).with("now", now).list(OfInstant.class).stream()
          .filter(one -> one.day().date().isBefore(one.countedUntil()))
          .forEach(one -> days.add(one.day()));
    }
    return days;
  }
}

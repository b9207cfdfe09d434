package fr.porteouverte.session;

import fr.porteouverte.database.Chunks;
import fr.porteouverte.permanence.StopView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people may know of sessions beyond the calendar: the stop, the places left, the event. Slots
 * and events lie above this room: the queries name them, the code does not.
 */
@ApplicationScoped
public class SessionFacts {
  private static final String LEFT =
      "capacity - kept_phone - kept_walk_in - taken + case when next_expiry <= :now then"
          + " (select count(*) from seat x where x.slot_id = slot.id and x.expires_at <= :now)"
          + " else 0 end";

  @Inject EntityManager database;

  /**
   * @param places in what is still to come of it; null: none can be booked
   * @param eventCode null unless the event is published
   */
  public record Facts(
      @Nullable StopView stop,
      @Nullable Integer places,
      @Nullable Integer remaining,
      @Nullable String eventCode) {
    public static final Facts NONE = new Facts(null, null, null, null);

    Facts with(long all, long free) {
      return new Facts(stop, (int) all, (int) free, eventCode);
    }
  }

  /** By the sessions' ids. */
  public Map<Long, Facts> of(Collection<Session> sessions, Instant now) {
    Map<Long, Facts> byPermanence =
        permanences(sessions.stream().map(s -> s.permanence().id()).collect(Collectors.toSet()));
    Map<Long, Facts> facts = new HashMap<>();
    sessions.forEach(s -> facts.put(s.id(), byPermanence.get(s.permanence().id())));
    Set<Long> bookable =
        sessions.stream()
            .filter(session -> session.state() != SessionState.cancelled)
            .map(Session::id)
            .collect(Collectors.toSet());
    places(bookable, now)
        .forEach(
            row -> {
              long id = ((Number) row[0]).longValue();
              long all = ((Number) row[1]).longValue();
              long free = ((Number) row[2]).longValue();
              facts.computeIfPresent(id, (same, known) -> known.with(all, free));
            });
    return facts;
  }

  private Map<Long, Facts> permanences(Collection<Long> ids) {
    return rows(
            ids,
            "select p.id, p.stop_insee, p.stop_commune, p.stop_place, e.code, e.published"
                + " from permanence p left join event e on e.id = p.event_id where p.id in (:ids)",
            null)
        .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), SessionFacts::facts));
  }

  private static Facts facts(Object[] row) {
    return new Facts(
        row[1] == null ? null : new StopView((String) row[1], (String) row[2], (String) row[3]),
        null,
        null,
        Boolean.TRUE.equals(row[5]) ? (String) row[4] : null);
  }

  /** Session, places, free ones: of the open slots that have not begun. */
  private List<Object[]> places(Collection<Long> ids, Instant now) {
    return rows(
            ids,
            "select f.session_id, sum(f.capacity), sum(case when f.free < 0 then 0 else f.free end)"
                + " from (select session_id, capacity, "
                + LEFT
                + " as free from slot where session_id in (:ids) and not closed"
                + " and start_at > :now) f group by f.session_id",
            now)
        .toList();
  }

  private Stream<Object[]> rows(Collection<Long> ids, String sql, @Nullable Instant now) {
    return Chunks.of(ids).flatMap(some -> some(some, sql, now));
  }

  @SuppressWarnings("unchecked")
  private Stream<Object[]> some(List<Long> ids, String sql, @Nullable Instant now) {
    var query = database.createNativeQuery(sql).setParameter("ids", ids);
    if (now != null) {
      query.setParameter("now", now.atOffset(ZoneOffset.UTC));
    }
    return ((List<Object[]>) query.getResultList()).stream();
  }
}

package fr.porteouverte.session;

import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.permanence.StopView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  @Inject SessionCauses causes;

  /**
   * @param places in what is still to come of it; null: none can be booked
   * @param eventCode null unless the event is published
   * @param cause why the calendar took it back; null: it did not
   */
  public record Facts(
      @Nullable StopView stop,
      @Nullable Integer places,
      @Nullable Integer remaining,
      @Nullable String eventCode,
      @Nullable CancellationCause cause) {
    public static final Facts NONE = new Facts(null, null, null, null, null);

    Facts with(Places places) {
      return new Facts(stop, places.number(), places.free(), eventCode, cause);
    }

    Facts with(CancellationCause why) {
      return new Facts(stop, places, remaining, eventCode, why);
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
        .forEach(place -> facts.computeIfPresent(place.sessionId(), (id, of) -> of.with(place)));
    causes.of(sessions).forEach((id, why) -> facts.computeIfPresent(id, (s, of) -> of.with(why)));
    return facts;
  }

  private record Known(
      Long id,
      @Nullable String stopInsee,
      @Nullable String stopCommune,
      @Nullable String stopPlace,
      @Nullable String code,
      @Nullable Boolean published) {
    Facts facts() {
      return new Facts(
          stopInsee == null || stopCommune == null
              ? null
              : new StopView(stopInsee, stopCommune, stopPlace),
          null,
          null,
          Boolean.TRUE.equals(published) ? code : null,
          null);
    }
  }

  private Map<Long, Facts> permanences(Collection<Long> ids) {
    return Chunks.of(ids)
        .flatMap(
            some ->
                Sql.of(
                    database,
                    "select p.id, p.stop_insee, p.stop_commune, p.stop_place, e.code,"
                        + " e.published from permanence p left join event e on e.id ="
                        + " p.event_id where p.id in (:ids)")
                    .with("ids", some)
                    .list(Known.class)
                    .stream())
        .collect(Collectors.toMap(Known::id, Known::facts));
  }

  /** Of the open slots of a session that have not begun. */
  private record Places(Long sessionId, int number, int free) {}

  private List<Places> places(Collection<Long> ids, Instant now) {
    return Chunks.of(ids)
        .flatMap(
            some ->
                Sql.of(
                    database,
                    "select f.session_id, sum(f.capacity) as number,"
                        + " sum(case when f.free < 0 then 0 else f.free end) as free"
                        + " from (select session_id, capacity, "
                        + LEFT
                        + " as free from slot where session_id in (:ids) and not closed"
                        + " and start_at > :now) f group by f.session_id")
                    .with("ids", some)
                    .with("now", now)
                    .list(Places.class)
                    .stream())
        .toList();
  }
}

package fr.porteouverte.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that was noted of visits. */
@ApplicationScoped
class Attendances implements PanacheRepository<Attendance> {
  @Inject Event<VisitNoted> noted;

  void eraseNotes(Instant before) {
    update(
        "details.note = null, details.passedOnTo = null where at < ?1 and (details.note is not null"
            + " or details.passedOnTo is not null)",
        before);
  }

  /** The first version of a visit that was only counted. */
  Optional<Attendance> first(String counted) {
    return find("counted = ?1 and version = 1", counted).firstResultOptional();
  }

  /** Every version, also those taken back, the first one first. */
  List<Attendance> everything(Visited visit) {
    return of(visit);
  }

  /** Every version that was not taken back, the first one first. */
  List<Attendance> versions(Visited visit) {
    return of(visit).stream().filter(row -> !row.undone()).toList();
  }

  /** The highest version that was not taken back; null: nothing is noted. */
  @Nullable Attendance current(Visited visit) {
    List<Attendance> versions = versions(visit);
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /**
   * The next version, which counts from now on, under the visit's lock.
   *
   * @param sessionId marked with everybody else of it; null: alone
   */
  Attendance note(
      Visited visit,
      VisitPlace place,
      SaidOfVisit said,
      String actor,
      @Nullable Long sessionId,
      Instant now) {
    List<Attendance> all = of(visit);
    boolean known = all.stream().anyMatch(row -> !row.undone());
    int next = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    all.forEach(Attendance::replace);
    flush(); // The table lets one version count: the one before goes first.
    Attendance row = new Attendance(visit, place, next, said, actor, sessionId, now);
    persist(row);
    noted.fire(
        new VisitNoted(
            all.isEmpty() ? row.id() : all.get(0).id(),
            next,
            known ? VisitNoted.Kind.corrected : VisitNoted.Kind.recorded,
            now));
    return row;
  }

  /** One version alone: what was known before it stands no more, either. */
  void undo(Attendance row, Visited visit, String by, Instant now) {
    row.undo(now, by);
    flush(); // Whoever hears of it reads the row.
    noted.fire(
        new VisitNoted(
            everything(visit).get(0).id(), row.version(), VisitNoted.Kind.takenBack, now));
  }

  /**
   * All that is known of a visit is not known any more.
   *
   * @param by an agent's username, or {@code system}
   */
  void takeBack(Visited visit, String by, Instant now) {
    List<Attendance> said = versions(visit);
    if (!said.isEmpty()) {
      said.forEach(row -> row.undo(now, by));
      flush(); // Whoever hears of it reads the row.
      noted.fire(
          new VisitNoted(
              everything(visit).get(0).id(),
              said.get(said.size() - 1).version(),
              VisitNoted.Kind.takenBack,
              now));
    }
  }

  private List<Attendance> of(Visited visit) {
    if (visit.bookingId() != null) {
      return list("bookingId = ?1 order by version", visit.bookingId());
    }
    return visit.ticketId() != null
        ? list("ticketId = ?1 order by version", visit.ticketId())
        : list("counted = ?1 order by version", visit.counted());
  }

  /** The current ones by the id of their booking; one without is missing. */
  Map<Long, Attendance> currentOf(Collection<Long> bookingIds) {
    Map<Long, Attendance> current = new HashMap<>();
    if (!bookingIds.isEmpty()) {
      list("bookingId in ?1 and undoneAt is null order by version", bookingIds)
          .forEach(row -> current.put(row.bookingId(), row));
    }
    return current;
  }

  /** The same by the id of a walk-in's ticket. */
  Map<Long, Attendance> currentOfTickets(Collection<Long> ticketIds) {
    Map<Long, Attendance> current = new HashMap<>();
    if (!ticketIds.isEmpty()) {
      list("ticketId in ?1 and undoneAt is null order by version", ticketIds)
          .forEach(row -> current.put(row.ticketId(), row));
    }
    return current;
  }

  /** What somebody noted with one tap of everybody of a session, since an instant. */
  List<Attendance> byOneTap(long sessionId, String actor, Instant since) {
    return list(
        "sessionId = ?1 and actor = ?2 and at >= ?3 and undoneAt is null order by bookingId",
        sessionId,
        actor,
        since);
  }
}

package fr.porteouverte.queue.admission;

import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Opening;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says before anybody asks what a request for a number would be answered now. */
@ApplicationScoped
public class NumbersReader {
  @Inject Sessions sessions;
  @Inject Admission admission;

  /** Today's sessions that concern somebody who walks in. */
  public record Today(List<NumbersView> numbers, Optional<Instant> turnsAt) {}

  /** With the house's own clerks, then with each permanence of today. */
  public Today at(Site site, Opening opening, Instant now) {
    LocalDate day = now.atZone(site.zone()).toLocalDate();
    Map<Permanence, Session> today = new LinkedHashMap<>();
    sessions
        .withWithdrawn(
            site.id(),
            day.atStartOfDay(site.zone()).toInstant(),
            day.plusDays(1).atStartOfDay(site.zone()).toInstant())
        .stream()
        .forEach(
            session ->
                today.merge(session.permanence(), session, (a, b) -> relevant(List.of(a, b), now)));
    List<NumbersView> numbers = new ArrayList<>();
    boolean full = admission.full(site, day, null);
    numbers.add(new NumbersView(null, Obstacle.of(opening, null, now, full).orElse(null)));
    today.forEach(
        (permanence, session) -> {
          boolean gone = full || admission.full(site, day, permanence);
          numbers.add(new NumbersView(Ids.of(permanence.id()), of(opening, session, now, gone)));
        });
    return new Today(numbers, turns(today, now));
  }

  /** Who comes to one by appointment is let in, but gets no number without. */
  private static @Nullable Obstacle of(
      Opening opening, Session session, Instant now, boolean full) {
    boolean walkIns = session.permanence().mode().takesWalkIns();
    return Obstacle.of(opening, session, now, full && walkIns)
        .orElse(walkIns ? null : Obstacle.byAppointment);
  }

  /** Of a permanence that has several on a day: the next that is not over, else the last. */
  public static Session relevant(List<Session> ofOneDay, Instant now) {
    return ofOneDay.stream()
        .filter(session -> !Obstacle.isOver(session, now))
        .min(Comparator.comparing(Session::start))
        .orElseGet(() -> ofOneDay.stream().max(Comparator.comparing(Session::start)).orElseThrow());
  }

  private static Optional<Instant> turns(Map<Permanence, Session> today, Instant now) {
    return today.values().stream()
        .filter(session -> !Obstacle.isOver(session, now))
        .map(session -> session.start().isAfter(now) ? session.start() : session.lastsUntil())
        .min(Instant::compareTo);
  }
}

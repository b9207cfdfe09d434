package fr.porteouverte.planning;

import fr.porteouverte.permanence.ClosedTime;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.planning.Edit.Part;
import fr.porteouverte.planning.Neighbours.Sitting;
import fr.porteouverte.queue.CounterCount;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a permanence would be in conflict with. */
@ApplicationScoped
class Conflicts {
  private static final int MOST = 200;

  @Inject Permanences permanences;
  @Inject Sessions sessions;
  @Inject Closures closures;
  @Inject CounterCount counters;
  @Inject PartnerElsewhere elsewhere;

  /**
   * By time.
   *
   * @param self the permanence itself; null: a new one
   * @param to the day after the last one to look at
   */
  List<Conflict> of(Part part, @Nullable Long self, LocalDate to) {
    Permanence wished = part.wished();
    Site site = wished.site();
    List<Closure> closed = closures.touching(site.id(), part.from(), to);
    List<ClosedTime> times =
        closed.stream().map(closure -> new ClosedTime(closure.from(), closure.to())).toList();
    List<Occurrence> real = wished.calendar(times).sessions(part.from(), to);

    List<Conflict> found = new ArrayList<>(new HouseConflicts(wished, closed).in(part.from(), to));
    found.addAll(
        new Neighbours(wished, others(site, self, times, part.from(), to), counters.at(site.id()))
            .of(real));
    found.addAll(elsewhere.conflicts(wished, real));
    return found.stream().sorted(Comparator.comparing(Conflict::start)).limit(MOST).toList();
  }

  /** By their calendars, which go farther than their rows; without what was cancelled. */
  private List<Sitting> others(
      Site site, @Nullable Long self, List<ClosedTime> closed, LocalDate from, LocalDate to) {
    ZoneId zone = site.zone();
    Set<String> cancelled = new HashSet<>();
    sessions
        .at(site.id(), from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant())
        .stream()
        .filter(session -> session.state() == SessionState.cancelled)
        .forEach(session -> cancelled.add(key(session.permanence(), session.start())));
    List<Sitting> others = new ArrayList<>();
    for (Permanence other : permanences.at(site.id())) {
      boolean over = other.untilDate() != null && other.untilDate().isBefore(from);
      if ((self == null || other.id() != self) && (!over || !other.exceptions().isEmpty())) {
        other.calendar(closed).sessions(from, to).stream()
            .filter(session -> !cancelled.contains(key(other, session.start())))
            .forEach(session -> others.add(new Sitting(other, session.start(), session.end())));
      }
    }
    return others;
  }

  private static String key(Permanence permanence, Instant start) {
    return permanence.id() + " " + start;
  }
}

package fr.porteouverte.slot;

import fr.porteouverte.permanence.ClosedTime;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.session.CalendarSessions;
import fr.porteouverte.session.CalendarSessions.Gone;
import fr.porteouverte.session.CancellationCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tells what a calendar did to its sessions, for those who follow them one by one. */
@ApplicationScoped
class ToldSessions {
  @Inject Event<CalendarSessions> observers;

  /**
   * After the plan was carried out, in its transaction.
   *
   * @param before the rows that the plan was made of
   */
  void tell(
      Permanence permanence,
      SlotPlan plan,
      List<SessionRow> before,
      List<ClosedTime> closures,
      Instant now) {
    // Those that somebody had promised are told with their history.
    Set<Long> apart = new HashSet<>(plan.promisedMoved);
    apart.addAll(plan.promisedGone);
    apart.addAll(plan.backSessions);
    ZoneId zone = permanence.site().zone();
    fire(
        new CalendarSessions(
            permanence.id(),
            permanence.site().id(),
            plan.newSessions.stream()
                .map(session -> Objects.requireNonNull(plan.sessionIds.get(session.start())))
                .toList(),
            plan.movedSessions.stream()
                .map(SlotPlan.MovedSession::id)
                .filter(id -> !apart.contains(id))
                .toList(),
            List.copyOf(plan.backSessions),
            before.stream()
                .filter(row -> plan.goneSessions.contains(row.id()) && !apart.contains(row.id()))
                .filter(row -> !row.cancelled())
                .map(row -> new Gone(row.id(), cause(row, closures, zone)))
                .toList(),
            now));
  }

  /** Before all rows of a permanence go. */
  void tellGone(Permanence permanence, List<SessionRow> rows, Instant now) {
    fire(
        new CalendarSessions(
            permanence.id(),
            permanence.site().id(),
            List.of(),
            List.of(),
            List.of(),
            rows.stream()
                .filter(row -> row.end().isAfter(now) && !row.withdrawn() && !row.cancelled())
                .map(row -> new Gone(row.id(), CancellationCause.planning))
                .toList(),
            now));
  }

  private void fire(CalendarSessions sessions) {
    if (!sessions.isEmpty()) {
      observers.fire(sessions);
    }
  }

  private static CancellationCause cause(SessionRow row, List<ClosedTime> closures, ZoneId zone) {
    boolean closed =
        closures.stream()
            .anyMatch(
                closure ->
                    closure.from().atZone(zone).toInstant().isBefore(row.end())
                        && row.start().isBefore(closure.to().atZone(zone).toInstant()));
    return closed ? CancellationCause.closure : CancellationCause.planning;
  }
}

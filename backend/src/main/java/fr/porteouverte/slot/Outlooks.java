package fr.porteouverte.slot;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks ahead: what a change of a permanence would do to its rows. Writes nothing. */
@ApplicationScoped
public class Outlooks {
  @Inject Permanences permanences;
  @Inject CalendarRows rows;
  @Inject Clock clock;

  /**
   * Whoever needs the answer to stand has locked the permanence and its slots.
   *
   * @param permanenceId whose rows there are now; null: of none
   * @param wished what these days should belong to; need not be stored
   * @param from first local day
   * @param to the day after the last one; beyond the window in which rows exist nothing is seen
   */
  public Outlook of(@Nullable Long permanenceId, Permanence wished, LocalDate from, LocalDate to) {
    Instant now = clock.instant();
    ZoneId zone = wished.site().zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate first = from.isBefore(today) ? today : from;
    LocalDate end = Materialiser.windowEnd(today);
    LocalDate last = to.isBefore(end) ? to : end;
    if (!first.isBefore(last)) {
      return new Outlook(wished, List.of(), List.of(), List.of(), now);
    }
    Instant dayStart = first.atStartOfDay(zone).toInstant();
    Instant after = dayStart.isAfter(now) ? dayStart.minusNanos(1_000) : now;
    Instant before = last.atStartOfDay(zone).toInstant();
    return new Outlook(
        wished,
        wished
            .calendar(permanences.closures(wished.site().id(), first, last))
            .sessions(first, last),
        permanenceId == null ? List.of() : rows.sessions(permanenceId, first, last),
        permanenceId == null ? List.of() : rows.slots(permanenceId, after, before, now),
        now);
  }
}

package fr.porteouverte.planning;

import fr.porteouverte.permanence.ClosedTime;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceCalendar;
import fr.porteouverte.planning.ConflictView.Kind;
import fr.porteouverte.planning.ConflictView.Severity;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Conflicts of a permanence with its house: closures, holidays, opening hours. Pure. */
final class HouseConflicts {
  private final Permanence wished;
  private final List<Closure> closures;
  private final ZoneId zone;

  HouseConflicts(Permanence wished, List<Closure> closures) {
    this.wished = wished;
    this.closures = closures;
    this.zone = wished.site().zone();
  }

  /** Of the local days from one to before another. */
  List<Conflict> in(LocalDate from, LocalDate to) {
    List<Conflict> found = new ArrayList<>();
    List<LocalDate> real =
        wished.calendar(List.of()).sessions(from, to).stream().map(Occurrence::date).toList();
    for (Occurrence session : withHolidays().sessions(from, to)) {
      closed(session, found);
      if (Holidays.isHoliday(wished.site().holidayZone(), session.date())) {
        found.add(holiday(session, real.contains(session.date())));
      } else if (!open(session)) {
        found.add(
            Conflict.of(
                Kind.openingHours,
                Severity.warning,
                session,
                new Text(
                    "En dehors des horaires d’ouverture de la maison.",
                    "Outside the opening hours of the house.")));
      }
    }
    return found;
  }

  /** As if there were no public holidays, and no closures. */
  private PermanenceCalendar withHolidays() {
    return new PermanenceCalendar(
        wished.schedule(), wished.exceptions(), List.of(), day -> false, zone);
  }

  private void closed(Occurrence session, List<Conflict> found) {
    for (Closure closure : closures) {
      ClosedTime time = new ClosedTime(closure.from(), closure.to());
      Instant from = time.from().atZone(zone).toInstant();
      Instant to = time.to().atZone(zone).toInstant();
      if (from.isBefore(session.end()) && session.start().isBefore(to)) {
        String why = closure.reason() == null ? "" : " (" + closure.reason() + ")";
        found.add(
            Conflict.of(
                Kind.closed,
                Severity.blocking,
                session,
                new Text("La maison est fermée" + why + ".", "The house is closed" + why + ".")));
      }
    }
  }

  private static Conflict holiday(Occurrence session, boolean takesPlace) {
    return takesPlace
        ? Conflict.of(
            Kind.holiday,
            Severity.warning,
            session,
            new Text(
                "C’est un jour férié ; la séance a lieu quand même.",
                "It is a public holiday; the session takes place all the same."))
        : Conflict.of(
            Kind.holiday,
            Severity.blocking,
            session,
            new Text(
                "C’est un jour férié : pas de séance.", "It is a public holiday: no session."));
  }

  /** A house without any hours has told none; nothing is outside of them. */
  private boolean open(Occurrence session) {
    List<OpeningRange> all = wished.site().hoursOn(session.date());
    if (all.isEmpty() && wished.site().openingHours().isEmpty()) {
      return true;
    }
    LocalTime covered = session.start().atZone(zone).toLocalTime();
    LocalTime end = session.end().atZone(zone).toLocalTime();
    for (OpeningRange range :
        all.stream().sorted(Comparator.comparing(OpeningRange::from)).toList()) {
      if (!range.from().isAfter(covered) && range.to().isAfter(covered)) {
        covered = range.to();
      }
    }
    return !covered.isBefore(end);
  }
}

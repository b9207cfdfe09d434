package fr.porteouverte.permanence;

import fr.porteouverte.permanence.Occurrence.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * On which days and at which instants a permanence is there. Pure: a rule, exceptions, closures,
 * holidays and a zone in, sessions out.
 *
 * <ul>
 *   <li>The rule gives days from the schedule's first to its last one, without public holidays
 *       (unless open on them) and without skipped days.
 *   <li>An added day counts even when it is a holiday: somebody decided it. It joins the day's
 *       session when they overlap.
 *   <li>A closure wins over everything, and cuts only what it overlaps: a session closed in its
 *       middle becomes two.
 *   <li>A local time that the spring change skips is read as the same distance after midnight in
 *       elapsed time (02:30 becomes 03:30); one that autumn repeats is its first occurrence.
 * </ul>
 */
public final class PermanenceCalendar {
  private final Schedule schedule;
  private final Collection<CalendarException> exceptions;
  private final Collection<ClosedTime> closures;
  private final Predicate<LocalDate> holiday;
  private final ZoneId zone;

  public PermanenceCalendar(
      Schedule schedule,
      Collection<CalendarException> exceptions,
      Collection<ClosedTime> closures,
      Predicate<LocalDate> holiday,
      ZoneId zone) {
    this.schedule = schedule;
    this.exceptions = exceptions;
    this.closures = closures;
    this.holiday = holiday;
    this.zone = zone;
  }

  /**
   * The sessions of some local days, by start.
   *
   * @param to the day after the last one
   */
  public List<Occurrence> sessions(LocalDate from, LocalDate to) {
    List<Occurrence> sessions = new ArrayList<>();
    occurrences(from, to)
        .forEach((day, pieces) -> pieces.forEach(piece -> sessions.addAll(open(day, piece))));
    return sessions;
  }

  private TreeMap<LocalDate, List<Piece>> occurrences(LocalDate from, LocalDate to) {
    TreeMap<LocalDate, List<Piece>> days = new TreeMap<>();
    for (LocalDate day : regularDays(from, to)) {
      add(days, day, schedule.from(), schedule.to());
    }
    for (CalendarException exception : exceptions) {
      LocalDate day = exception.date();
      if (exception.kind() == CalendarException.Kind.added
          && !day.isBefore(from)
          && day.isBefore(to)) {
        add(
            days,
            day,
            exception.from() == null ? schedule.from() : exception.from(),
            exception.to() == null ? schedule.to() : exception.to());
      }
    }
    return days;
  }

  private Set<LocalDate> regularDays(LocalDate from, LocalDate to) {
    LocalDate end = to;
    if (schedule.until() != null && schedule.until().isBefore(to)) {
      end = schedule.until().plusDays(1);
    }
    Set<LocalDate> skipped = new HashSet<>();
    for (CalendarException exception : exceptions) {
      if (exception.kind() == CalendarException.Kind.skipped) {
        skipped.add(exception.date());
      }
    }
    Set<LocalDate> days = new TreeSet<>();
    for (LocalDate day : schedule.rule().dates(schedule.first(), from, end, zone)) {
      if (!skipped.contains(day) && (schedule.openOnHolidays() || !holiday.test(day))) {
        days.add(day);
      }
    }
    return days;
  }

  private void add(TreeMap<LocalDate, List<Piece>> days, LocalDate day, LocalTime a, LocalTime b) {
    Instant start = day.atTime(a).atZone(zone).toInstant();
    Instant end = day.atTime(b).atZone(zone).toInstant();
    if (!start.isBefore(end)) {
      return;
    }
    List<Piece> pieces = days.computeIfAbsent(day, key -> new ArrayList<>());
    for (Piece other : List.copyOf(pieces)) {
      if (other.overlaps(start, end)) {
        pieces.remove(other);
        start = start.isBefore(other.start()) ? start : other.start();
        end = end.isAfter(other.end()) ? end : other.end();
      }
    }
    pieces.add(new Piece(start, end));
    pieces.sort(java.util.Comparator.comparing(Piece::start));
  }

  private List<Occurrence> open(LocalDate day, Piece whole) {
    List<Piece> left = List.of(whole);
    for (ClosedTime closure : closures) {
      Instant from = closure.from().atZone(zone).toInstant();
      Instant to = closure.to().atZone(zone).toInstant();
      left = left.stream().flatMap(piece -> without(piece, from, to).stream()).toList();
    }
    return left.stream()
        .map(piece -> new Occurrence(day, whole.start(), piece.start(), piece.end()))
        .toList();
  }

  private static List<Piece> without(Piece piece, Instant from, Instant to) {
    if (!piece.overlaps(from, to)) {
      return List.of(piece);
    }
    List<Piece> left = new ArrayList<>();
    if (piece.start().isBefore(from)) {
      left.add(new Piece(piece.start(), from));
    }
    if (to.isBefore(piece.end())) {
      left.add(new Piece(to, piece.end()));
    }
    return left;
  }
}

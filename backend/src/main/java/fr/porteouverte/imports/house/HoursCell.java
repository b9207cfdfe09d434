package fr.porteouverte.imports.house;

import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one day as the list writes them: {@code 09:00 - 12:00 / 14:00 - 17:00}, and as it
 * sometimes does: glued, doubled, overlapping, with midnights for "nothing".
 */
final class HoursCell {
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\d{1,2})\\s?[:hH]\\s?(\\d{2})\\s*[-–—à]\\s*(\\d{1,2})\\s?[:hH]\\s?(\\d{2})");

  private static final Pattern SAYS_CLOSED =
      Pattern.compile("(?iu)[-–—/.x]+|(jour )?ferm(é|e|ée|eture)s?|n[ée]ant|aucune?s?");

  private HoursCell() {}

  /** Open from one local time to a later one. */
  record Span(LocalTime from, LocalTime to) {
    boolean overlaps(Span other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }

    Span with(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  /**
   * One day.
   *
   * @param spans in order, none overlapping another; empty: closed
   * @param understood false: something is written that gives no hours, and does not say closed
   */
  record Day(List<Span> spans, boolean understood) {
    private static final Day CLOSED = new Day(List.of(), true);
  }

  /**
   * @param day its column, for the report
   */
  static Day read(String cell, String day, Findings.Row notes) {
    if (cell.isEmpty() || SAYS_CLOSED.matcher(cell).matches()) {
      return Day.CLOSED;
    }
    String found = day + ": " + cell;
    List<Span> spans = new ArrayList<>();
    Matcher range = RANGE.matcher(cell);
    int end = 0;
    boolean glued = false;
    boolean unreadable = false;
    boolean midnight = false;
    while (range.find()) {
      String between = cell.substring(end, range.start()).strip();
      glued |= end > 0 && between.isEmpty();
      unreadable |= !between.isEmpty() && !between.matches("[/,;|]|et");
      end = range.end();
      LocalTime from = time(range.group(1), range.group(2));
      LocalTime to = time(range.group(3), range.group(4));
      if (from == null || to == null) {
        unreadable = true;
      } else if (from.equals(LocalTime.MIDNIGHT) && to.equals(LocalTime.MIDNIGHT)) {
        midnight = true;
      } else if (from.isBefore(to)) {
        spans.add(new Span(from, to));
      } else {
        unreadable = true;
      }
    }
    unreadable |= !cell.substring(end).strip().isEmpty();
    List<Span> kept = apart(spans, found, notes);
    if (midnight) {
      notes.repaired(FindingKind.midnightHours, found, text(kept));
    }
    if (glued) {
      notes.repaired(FindingKind.gluedHours, found, text(kept));
    }
    if (unreadable) {
      notes.doubtful(FindingKind.unreadableHours, found, text(kept));
    }
    return new Day(kept, !kept.isEmpty() || !unreadable);
  }

  private static @Nullable LocalTime time(String hours, String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
  }

  /** A range said twice is said once; ranges that overlap become the one that they cover. */
  private static List<Span> apart(List<Span> spans, String found, Findings.Row notes) {
    List<Span> once = spans.stream().distinct().sorted(Comparator.comparing(Span::from)).toList();
    List<Span> apart = new ArrayList<>();
    boolean overlapped = false;
    for (Span span : once) {
      int last = apart.size() - 1;
      if (last >= 0 && apart.get(last).overlaps(span)) {
        apart.set(last, apart.get(last).with(span));
        overlapped = true;
      } else {
        apart.add(span);
      }
    }
    if (overlapped) {
      // Perhaps two weeks in turn, perhaps a typing error: a person has to ask the house.
      notes.doubtful(FindingKind.overlappingHours, found, text(apart));
    } else if (once.size() < spans.size()) {
      notes.repaired(FindingKind.overlappingHours, found, text(apart));
    }
    return apart;
  }

  private static String text(List<Span> spans) {
    return String.join(" / ", spans.stream().map(s -> s.from() + " - " + s.to()).toList());
  }
}

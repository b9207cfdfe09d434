package fr.porteouverte.site;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a house is open over the next two weeks, by the clock on its wall: its hours without
 * holidays and closures, adjoining times joined.
 */
public final class OpeningTimes {
  private static final int DAYS = 15;

  private final List<Span> open = new ArrayList<>();

  /** From a local time (inclusive) to a later one (exclusive). */
  public record Span(LocalDateTime from, LocalDateTime to) {
    boolean has(LocalDateTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  /**
   * @param today the first day that counts
   * @param closures what was entered as closed
   */
  OpeningTimes(
      LocalDate today,
      Collection<OpeningRange> hours,
      Predicate<LocalDate> holiday,
      Collection<Span> closures) {
    this(today, hours, holiday, closures, List.of());
  }

  /**
   * @param more when it is open beside its hours, on holidays too
   */
  OpeningTimes(
      LocalDate today,
      Collection<OpeningRange> hours,
      Predicate<LocalDate> holiday,
      Collection<Span> closures,
      Collection<Span> more) {
    List<Span> spans = new ArrayList<>(more);
    for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
      LocalDate that = day;
      if (!holiday.test(day)) {
        hours.stream()
            .filter(range -> range.weekday() == that.getDayOfWeek())
            .map(range -> new Span(that.atTime(range.from()), that.atTime(range.to())))
            .forEach(spans::add);
      }
    }
    spans.stream()
        .sorted(Comparator.comparing(Span::from))
        .flatMap(span -> without(span, closures).stream())
        .sorted(Comparator.comparing(Span::from))
        .forEach(this::add);
  }

  private static List<Span> without(Span span, Collection<Span> closures) {
    List<Span> left = List.of(span);
    for (Span closed : closures) {
      List<Span> pieces = new ArrayList<>();
      for (Span piece : left) {
        if (!closed.from().isBefore(piece.to()) || !closed.to().isAfter(piece.from())) {
          pieces.add(piece);
          continue;
        }
        if (closed.from().isAfter(piece.from())) {
          pieces.add(new Span(piece.from(), closed.from()));
        }
        if (closed.to().isBefore(piece.to())) {
          pieces.add(new Span(closed.to(), piece.to()));
        }
      }
      left = pieces;
    }
    return left;
  }

  private void add(Span span) {
    Span last = open.isEmpty() ? null : open.get(open.size() - 1);
    if (last == null || span.from().isAfter(last.to())) {
      open.add(span);
    } else if (span.to().isAfter(last.to())) {
      open.set(open.size() - 1, new Span(last.from(), span.to()));
    }
  }

  boolean openAt(LocalDateTime time) {
    return closesAfter(time).isPresent();
  }

  /** When it closes, if it is open at that time. */
  public Optional<LocalDateTime> closesAfter(LocalDateTime time) {
    return open.stream().filter(span -> span.has(time)).map(Span::to).findFirst();
  }

  /** When it opens next, if it is closed at that time. */
  public Optional<LocalDateTime> opensAfter(LocalDateTime time) {
    return openAt(time)
        ? Optional.empty()
        : open.stream().map(Span::from).filter(from -> from.isAfter(time)).findFirst();
  }
}

package fr.porteouverte.opendata;

import fr.porteouverte.site.OpeningRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a house in OpenStreetMap's words: {@code Mo-Fr 09:00-12:00,14:00-17:00; PH off; 2026
 * Dec 24 09:00-12:00}. A later rule is stronger: after the week come public holidays, then single
 * dates.
 */
final class OpeningSyntax {
  /** As far as single dates are told. */
  private static final int DAYS = 366;

  /** Houses write midnight at the end of a day so. */
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private OpeningSyntax() {}

  /** Within one day; the end is not part of it. */
  private record Hours(LocalTime from, LocalTime to) {
    static Hours of(OpeningRange range) {
      return new Hours(range.from(), range.to());
    }

    @Override
    public String toString() {
      return TIME.format(from) + "-" + (to.isBefore(LAST_MINUTE) ? TIME.format(to) : "24:00");
    }
  }

  /** In which nobody is seen, by the clock of the house. */
  record Closed(LocalDateTime from, LocalDateTime to) {}

  /**
   * @param week the hours of every week
   * @param exceptional the hours of single dates, in the place of the week's
   * @param today the first date that counts
   * @return null: it publishes no hours
   */
  static @Nullable String of(
      Collection<OpeningRange> week,
      Map<LocalDate, List<OpeningRange>> exceptional,
      Collection<Closed> closures,
      Predicate<LocalDate> holiday,
      LocalDate today) {
    List<String> rules = new ArrayList<>(weekly(week));
    if (!rules.isEmpty()) {
      rules.add("PH off");
    }
    Map<LocalDate, List<Hours>> dates = new TreeMap<>();
    for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
      LocalDate that = day;
      boolean closes = closures.stream().anyMatch(closed -> touches(closed, that));
      if (exceptional.containsKey(day) || (closes && !week.isEmpty())) {
        List<OpeningRange> usual =
            holiday.test(day)
                ? List.of()
                : week.stream().filter(range -> range.weekday() == that.getDayOfWeek()).toList();
        dates.put(day, left(exceptional.getOrDefault(day, usual), closures, day));
      }
    }
    rules.addAll(dated(dates));
    return rules.isEmpty() ? null : String.join("; ", rules);
  }

  private static List<String> weekly(Collection<OpeningRange> week) {
    Map<DayOfWeek, String> days = new TreeMap<>();
    week.stream()
        .collect(Collectors.groupingBy(OpeningRange::weekday))
        .forEach((day, ranges) -> days.put(day, said(joined(ranges))));
    Map<String, List<DayOfWeek>> alike =
        days.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    days::get, java.util.LinkedHashMap::new, Collectors.toList()));
    return alike.entrySet().stream()
        .map(entry -> runs(entry.getValue()) + " " + entry.getKey())
        .toList();
  }

  /** {@code Mo,We-Fr}. */
  private static String runs(List<DayOfWeek> days) {
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || days.get(i).getValue() != days.get(i - 1).getValue() + 1) {
        String begin = name(days.get(first));
        runs.add(i - 1 == first ? begin : begin + "-" + name(days.get(i - 1)));
        first = i;
      }
    }
    return String.join(",", runs);
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 2).toLowerCase(Locale.ROOT);
  }

  /** One rule for each date that differs; closed days that follow each other are one. */
  private static List<String> dated(Map<LocalDate, List<Hours>> dates) {
    List<String> rules = new ArrayList<>();
    LocalDate first = null;
    for (Map.Entry<LocalDate, List<Hours>> entry : dates.entrySet()) {
      LocalDate day = entry.getKey();
      if (!entry.getValue().isEmpty()) {
        rules.add(DATE.format(day) + " " + said(entry.getValue()));
        first = null;
        continue;
      }
      first = first == null ? day : first;
      List<Hours> next = dates.get(day.plusDays(1));
      if (next == null || !next.isEmpty()) {
        String begin = DATE.format(first);
        rules.add((first.equals(day) ? begin : begin + "-" + DATE.format(day)) + " off");
        first = null;
      }
    }
    return rules;
  }

  private static String said(List<Hours> hours) {
    return hours.stream().map(Hours::toString).collect(Collectors.joining(","));
  }

  private static boolean touches(Closed closed, LocalDate day) {
    return closed.from().isBefore(day.plusDays(1).atStartOfDay())
        && closed.to().isAfter(day.atStartOfDay());
  }

  private static List<Hours> left(
      List<OpeningRange> ranges, Collection<Closed> closures, LocalDate day) {
    List<Hours> open = joined(ranges);
    for (Closed closed : closures) {
      Function<Hours, List<Hours>> without =
          hours -> {
            List<Hours> pieces = new ArrayList<>();
            if (closed.from().isAfter(day.atTime(hours.from()))) {
              pieces.add(new Hours(hours.from(), earlier(hours.to(), closed.from(), day)));
            }
            if (closed.to().isBefore(day.atTime(hours.to()))) {
              pieces.add(new Hours(later(hours.from(), closed.to(), day), hours.to()));
            }
            return pieces;
          };
      open = open.stream().map(without).flatMap(List::stream).distinct().toList();
    }
    return open;
  }

  private static LocalTime earlier(LocalTime end, LocalDateTime closes, LocalDate day) {
    return closes.isBefore(day.atTime(end)) ? closes.toLocalTime() : end;
  }

  private static LocalTime later(LocalTime start, LocalDateTime opens, LocalDate day) {
    return opens.isAfter(day.atTime(start)) ? opens.toLocalTime() : start;
  }

  /** By time; what adjoins or overlaps is one. */
  private static List<Hours> joined(Collection<OpeningRange> ranges) {
    List<Hours> joined = new ArrayList<>();
    ranges.stream()
        .map(Hours::of)
        .sorted(Comparator.comparing(Hours::from))
        .forEach(
            next -> {
              Hours last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
              if (last == null || next.from().isAfter(last.to())) {
                joined.add(next);
              } else if (next.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Hours(last.from(), next.to()));
              }
            });
    return joined;
  }
}

package fr.porteouverte.permanence;

import fr.porteouverte.problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * An RFC 5545 RRULE over whole local days: {@code FREQ=MONTHLY;BYDAY=2TU} is every second Tuesday
 * of a month. Hours belong to the permanence, so parts smaller than a day are refused.
 */
public final class RecurrenceRule {
  private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "WKST",
          "BYDAY",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYMONTH",
          "BYSETPOS");
  private static final int LONGEST = 500;
  private static final int MOST_TIMES = 1_000;
  private static final int WIDEST_INTERVAL = 366;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final String text;
  private final Recur<LocalDate> recur;
  private final String until;

  private RecurrenceRule(String text, Recur<LocalDate> recur, String until) {
    this.text = text;
    this.recur = recur;
    this.until = until;
  }

  /**
   * @throws IllegalArgumentException when {@link #complaint} has something to say
   */
  public static RecurrenceRule parse(String rrule) {
    Map<String, String> parts = parts(rrule);
    check(parts);
    String text = join(parts);
    // UNTIL is read in the house's zone (see dates); the library would compare unlike types.
    String until = parts.remove("UNTIL");
    Recur<LocalDate> recur = new Recur<>(join(parts));
    LocalDate probe = LocalDate.of(2026, 1, 1);
    recur.getDates(probe, probe, probe.plusDays(1));
    return new RecurrenceRule(text, recur, until);
  }

  /**
   * What is wrong with a rule, for the person who wrote it.
   *
   * @param field name of the field in the answer
   */
  public static Optional<FieldError> complaint(String field, String rrule) {
    try {
      parse(rrule);
      return Optional.empty();
    } catch (Unreadable known) {
      return Optional.of(FieldError.of(field, known.fr, known.en));
    } catch (RuntimeException unreadable) {
      return Optional.of(
          FieldError.of(
              field,
              "Cette règle de répétition n’est pas lisible (RFC 5545, par exemple FREQ=WEEKLY;BYDAY=MO,TH).",
              "This recurrence rule cannot be read (RFC 5545, for example FREQ=WEEKLY;BYDAY=MO,TH)."));
    }
  }

  /** How many times it counts in all (COUNT); empty: it goes on, or to a day (UNTIL). */
  public OptionalInt times() {
    String count = parts(text).get("COUNT");
    return count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count));
  }

  /** The same rule that counts so many times. */
  public RecurrenceRule times(int count) {
    Map<String, String> parts = parts(text);
    parts.put("COUNT", Integer.toString(count));
    return parse(join(parts));
  }

  /** The rule in its normal form: capitals, no blanks. */
  public String text() {
    return text;
  }

  /**
   * The days of the rule, in order.
   *
   * @param first the day from which it counts (intervals, COUNT); itself only if it fits the rule
   * @param from first day wanted
   * @param to day after the last one wanted
   * @param zone the house's, in which an UNTIL with a time is read
   */
  public List<LocalDate> dates(LocalDate first, LocalDate from, LocalDate to, ZoneId zone) {
    LocalDate end = to;
    if (until != null && lastDay(zone).isBefore(end)) {
      end = lastDay(zone).plusDays(1);
    }
    LocalDate begin = from.isBefore(first) ? first : from;
    if (!begin.isBefore(end)) {
      return List.of();
    }
    LocalDate last = end.minusDays(1);
    return recur.getDates(first, begin, end).stream()
        .filter(day -> !day.isBefore(begin) && !day.isAfter(last))
        .distinct()
        .sorted()
        .toList();
  }

  private LocalDate lastDay(ZoneId zone) {
    return lastDay(until, zone);
  }

  private static LocalDate lastDay(String until, ZoneId zone) {
    if (until.length() == 8) {
      return LocalDate.parse(until, DAY);
    }
    if (!until.endsWith("Z")) {
      return LocalDateTime.parse(until, TIME).toLocalDate();
    }
    Instant instant =
        LocalDateTime.parse(until.substring(0, until.length() - 1), TIME).toInstant(ZoneOffset.UTC);
    return instant.atZone(zone).toLocalDate();
  }

  private static Map<String, String> parts(String rrule) {
    if (rrule == null || rrule.isBlank() || rrule.length() > LONGEST) {
      throw new IllegalArgumentException("no rule");
    }
    String plain = rrule.strip().toUpperCase(Locale.ROOT);
    plain = plain.startsWith("RRULE:") ? plain.substring("RRULE:".length()) : plain;
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : plain.split(";")) {
      int equals = part.indexOf('=');
      if (equals < 1
          || equals == part.length() - 1
          || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("not NAME=value, or twice: " + part);
      }
    }
    return parts;
  }

  private static void check(Map<String, String> parts) {
    List<String> smallOrUnknown = new ArrayList<>(parts.keySet());
    smallOrUnknown.removeAll(PARTS);
    if (!smallOrUnknown.isEmpty()) {
      String names = String.join(", ", smallOrUnknown);
      throw new Unreadable(
          "Ces parties ne sont pas prévues : " + names + " (la règle compte en jours entiers).",
          "These parts are not supported: " + names + " (the rule counts whole days).");
    }
    if (!FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))) {
      throw new Unreadable(
          "FREQ doit être DAILY, WEEKLY, MONTHLY ou YEARLY.",
          "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.");
    }
    number(parts, "INTERVAL", WIDEST_INTERVAL);
    number(parts, "COUNT", MOST_TIMES);
    if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
      throw new Unreadable(
          "COUNT ou UNTIL, pas les deux.", "Either COUNT or UNTIL, not both of them.");
    }
    if (parts.containsKey("UNTIL")) {
      try {
        lastDay(parts.get("UNTIL"), ZoneOffset.UTC);
      } catch (DateTimeException unreadable) {
        throw new Unreadable(
            "UNTIL doit être une date comme 20261231.", "UNTIL must be a date such as 20261231.");
      }
    }
  }

  private static void number(Map<String, String> parts, String name, int most) {
    String value = parts.getOrDefault(name, "1");
    if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > most) {
      throw new Unreadable(
          name + " doit être un nombre de 1 à " + most + ".",
          name + " must be a number from 1 to " + most + ".");
    }
  }

  private static String join(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  private static final class Unreadable extends IllegalArgumentException {
    private final String fr;
    private final String en;

    Unreadable(String fr, String en) {
      super(en);
      this.fr = fr;
      this.en = en;
    }
  }
}

package fr.porteouverte.imports.house;

import fr.porteouverte.text.Text;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a comment which half-days are only by appointment: "uniquement sur rendez-vous le
 * vendredi après-midi". The whole comment must say that and nothing else; a comment that needs
 * judgement is left to people.
 */
final class ByAppointment {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "lundi", DayOfWeek.MONDAY,
          "mardi", DayOfWeek.TUESDAY,
          "mercredi", DayOfWeek.WEDNESDAY,
          "jeudi", DayOfWeek.THURSDAY,
          "vendredi", DayOfWeek.FRIDAY,
          "samedi", DayOfWeek.SATURDAY);
  private static final Set<String> ONLY =
      Set.of("uniquement", "exclusivement", "seulement", "obligatoirement");
  private static final LocalTime NOON_ENDS = LocalTime.of(13, 30);

  private ByAppointment() {}

  /** A morning, an afternoon, or (half null) a whole day. */
  record HalfDay(DayOfWeek day, @Nullable Half half) {

    boolean covers(DayOfWeek weekday, HoursCell.Span span) {
      return weekday == day && (half == null || half == Half.of(span));
    }

    /** A range over noon belongs to both halves: it cannot be said to be one of them. */
    boolean cuts(DayOfWeek weekday, HoursCell.Span span) {
      return weekday == day && half != null && Half.of(span) == null;
    }
  }

  enum Half {
    morning,
    afternoon;

    static @Nullable Half of(HoursCell.Span span) {
      if (!span.to().isAfter(NOON_ENDS)) {
        return morning;
      }
      return span.from().isBefore(LocalTime.NOON) ? null : afternoon;
    }
  }

  /**
   * @return empty when the comment does not say it with certainty
   */
  static Optional<Set<HalfDay>> read(String comment) {
    List<String> words = words(comment);
    int at = words.indexOf("rdv");
    if (at < 0 || at != words.lastIndexOf("rdv")) {
      return Optional.empty();
    }
    words.set(at, "|");
    boolean only = words.removeIf(ONLY::contains);
    List<String> before = trimmed(words.subList(0, words.indexOf("|")));
    List<String> after = trimmed(words.subList(words.indexOf("|") + 1, words.size()));
    if (!before.isEmpty() && !after.isEmpty()) {
      return Optional.empty();
    }
    List<String> when = before.isEmpty() ? after : before;
    if (when.isEmpty()) {
      // "Sur rendez-vous" alone may be an offer; "uniquement sur rendez-vous" is a rule.
      return only ? Optional.of(wholeWeek(null)) : Optional.empty();
    }
    return halfDays(when);
  }

  private static List<String> words(String comment) {
    String folded =
        Text.fold(comment)
            .replaceAll("\\b(rendez vous|rendezvous|rdvs|rv)\\b", "rdv")
            .replaceAll("\\bapres midis?\\b", "pm")
            .replaceAll("\\bmatin(s|ee|ees)?\\b", "am")
            .replaceAll("\\b(lundi|mardi|mercredi|jeudi|vendredi|samedi)s\\b", "$1")
            .replaceAll("\\b(accueil )?(sur|sous) rdv\\b", "rdv");
    return new ArrayList<>(List.of(folded.split(" ")));
  }

  /** "le", "les", "l" say nothing at the ends. */
  private static List<String> trimmed(List<String> words) {
    List<String> left = new ArrayList<>(words);
    while (!left.isEmpty() && left.get(left.size() - 1).matches("le|les|l")) {
      left.remove(left.size() - 1);
    }
    return left;
  }

  private static DayOfWeek day(String word) {
    return Objects.requireNonNull(DAYS.get(word));
  }

  /** Groups such as "le mardi et jeudi matin", each ended by its half-day or the next article. */
  private static Optional<Set<HalfDay>> halfDays(List<String> words) {
    Set<HalfDay> all = new LinkedHashSet<>();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    boolean closed = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (DAYS.containsKey(word)) {
        if (closed) {
          days.clear();
          closed = false;
        }
        days.add(DAYS.get(word));
      } else if (word.equals("am") || word.equals("pm")) {
        Half half = word.equals("am") ? Half.morning : Half.afternoon;
        if (days.isEmpty()) {
          all.addAll(wholeWeek(half));
        } else if (closed) {
          return Optional.empty();
        } else {
          days.forEach(day -> all.add(new HalfDay(day, half)));
        }
        closed = true;
      } else if (word.equals("du") && range(words, i)) {
        DayOfWeek last = day(words.get(i + 3));
        for (int day = day(words.get(i + 1)).getValue(); day <= last.getValue(); day++) {
          days.add(DayOfWeek.of(day));
        }
        i += 3;
      } else if (word.matches("le|les") && !days.isEmpty() && !closed) {
        // "le mardi et le vendredi après-midi": the whole Tuesday, or its afternoon?
        if (words.subList(i, words.size()).stream().anyMatch(w -> w.matches("am|pm"))) {
          return Optional.empty();
        }
      } else if (!word.matches("le|les|l|et|tous")) {
        return Optional.empty();
      }
    }
    if (!closed) {
      days.forEach(day -> all.add(new HalfDay(day, null)));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static boolean range(List<String> words, int at) {
    return at + 3 < words.size()
        && DAYS.containsKey(words.get(at + 1))
        && words.get(at + 2).equals("au")
        && DAYS.containsKey(words.get(at + 3));
  }

  private static Set<HalfDay> wholeWeek(@Nullable Half half) {
    Set<HalfDay> all = new LinkedHashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      all.add(new HalfDay(day, half));
    }
    return all;
  }
}

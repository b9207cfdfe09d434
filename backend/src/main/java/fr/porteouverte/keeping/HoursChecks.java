package fr.porteouverte.keeping;

import fr.porteouverte.http.FieldReader;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hours must be: complete, one after the other within a day, never two at once. */
final class HoursChecks {
  private static final int MOST_OF_A_WEEK = 70;
  private static final int MOST_EXCEPTIONS = 400;

  private HoursChecks() {}

  static void week(FieldReader fields, String at, List<HoursForm> hours) {
    most(fields, at + "openingHours", hours, MOST_OF_A_WEEK);
    Map<String, LocalTime> ends = new HashMap<>();
    for (int i : inOrder(fields, at + "openingHours", hours, HoursForm.ORDER)) {
      HoursForm range = hours.get(i);
      String name = at + "openingHours[" + i + "].";
      fields.required(name + "weekday", range.weekday());
      fields.required(name + "mode", range.mode());
      range(fields, name, String.valueOf(range.weekday()), range.from(), range.to(), ends);
    }
  }

  static void exceptions(FieldReader fields, String at, List<ExceptionalForm> hours) {
    most(fields, at + "exceptionalHours", hours, MOST_EXCEPTIONS);
    Map<String, LocalTime> ends = new HashMap<>();
    for (int i : inOrder(fields, at + "exceptionalHours", hours, ExceptionalForm.ORDER)) {
      ExceptionalForm range = hours.get(i);
      String name = at + "exceptionalHours[" + i + "].";
      fields.required(name + "date", range.date());
      fields.date(name + "date", range.date());
      fields.required(name + "mode", range.mode());
      range(fields, name, String.valueOf(range.date()), range.from(), range.to(), ends);
    }
  }

  /** The places of those that are there; that one is not is said. */
  private static <T> List<Integer> inOrder(
      FieldReader fields, String name, List<T> hours, Comparator<T> order) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      if (fields.required(name + "[" + i + "]", hours.get(i)) != null) {
        places.add(i);
      }
    }
    places.sort(Comparator.comparing(hours::get, order));
    return places;
  }

  private static void most(FieldReader fields, String name, List<?> hours, int most) {
    if (hours.size() > most) {
      fields.wrong(name, "Au plus " + most + " plages.", "At most " + most + " ranges.");
    }
  }

  /**
   * @param ends where the day's last range ended; they come in order
   */
  private static void range(
      FieldReader fields,
      String name,
      String day,
      @Nullable String from,
      @Nullable String to,
      Map<String, LocalTime> ends) {
    fields.required(name + "from", from);
    fields.required(name + "to", to);
    LocalTime begins = time(fields, name + "from", from);
    LocalTime closes = time(fields, name + "to", to);
    if (begins == null || closes == null) {
      return;
    }
    if (!begins.isBefore(closes)) {
      fields.wrong(
          name + "to", "La fin vient après le début.", "The end comes after the beginning.");
      return;
    }
    LocalTime before = ends.put(day, closes);
    if (before != null && begins.isBefore(before)) {
      fields.wrong(
          name + "from",
          "Cette plage en recouvre une autre du même jour.",
          "This range overlaps another one of the same day.");
    }
  }

  /** To the minute, as hours are published: seconds are a slip, and would not be kept. */
  private static @Nullable LocalTime time(
      FieldReader fields, String name, @Nullable String written) {
    boolean minutes = written == null || written.isBlank() || written.matches("\\d\\d:\\d\\d");
    return fields.time(name, minutes ? written : "");
  }
}

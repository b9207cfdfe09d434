package fr.porteouverte.permanence;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.PermanenceForm.ExceptionForm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the days on which a permanence leaves its rule. */
final class ExceptionReader {
  static final int MOST = 400;

  private ExceptionReader() {}

  static List<CalendarException> read(FieldReader fields, @Nullable List<ExceptionForm> forms) {
    List<CalendarException> days = new ArrayList<>();
    if (forms == null) {
      return days;
    }
    if (forms.size() > MOST) {
      fields.wrong("exceptions", "Au plus " + MOST + " jours.", "At most " + MOST + " days.");
      return days;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      String name = "exceptions[" + i + "]";
      CalendarException day = forms.get(i) == null ? null : day(fields, name, forms.get(i));
      if (day != null && !seen.add(day.date() + " " + day.kind())) {
        fields.wrong(name + ".date", "Ce jour y est déjà.", "This day is there already.");
      } else if (day != null) {
        days.add(day);
      }
    }
    return days;
  }

  private static @Nullable CalendarException day(
      FieldReader fields, String name, ExceptionForm form) {
    LocalDate date = null;
    if (fields.required(name + ".date", form.date()) != null) {
      date = fields.date(name + ".date", form.date());
    }
    fields.required(name + ".kind", form.kind());
    LocalTime from = fields.time(name + ".from", form.from());
    LocalTime to = fields.time(name + ".to", form.to());
    boolean usual = form.from() == null && form.to() == null;
    boolean times =
        form.kind() == CalendarException.Kind.added
            && from != null
            && to != null
            && from.isBefore(to);
    if (!usual && !times) {
      fields.wrong(
          name + ".to",
          "Un jour ajouté a deux heures dans l’ordre, ou aucune ; un jour sauté n’en a pas.",
          "An added day has two times in order, or none; a skipped day has none.");
      return null;
    }
    return date == null || form.kind() == null
        ? null
        : new CalendarException(date, form.kind(), from, to);
  }
}

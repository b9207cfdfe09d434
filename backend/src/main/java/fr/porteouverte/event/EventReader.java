package fr.porteouverte.event;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.Text;
import java.time.LocalDate;
import java.util.Locale;

/** Reads an event's form, or refuses it naming every wrong field. Pure. */
final class EventReader {
  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_CODE = 50;

  private EventReader() {}

  /** What a valid form says. */
  record Entry(Text title, Text summary, LocalDate first, LocalDate last, boolean published) {}

  /**
   * @param today for what is too far away
   */
  static Entry read(EventForm form, LocalDate today) {
    FieldReader fields = new FieldReader();
    Text title = EventText.title(fields, "title", form.title(), 150);
    Text summary = EventText.read(fields, "summary", form.summary(), 2_000);
    fields.required("firstDate", form.firstDate());
    fields.required("lastDate", form.lastDate());
    LocalDate first = fields.date("firstDate", form.firstDate());
    LocalDate last = fields.date("lastDate", form.lastDate());
    if (first != null && (first.getYear() < 2000 || first.isAfter(today.plusYears(3)))) {
      fields.wrong("firstDate", "Cette année est hors limites.", "This year is out of range.");
    }
    if (first != null
        && last != null
        && (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS)))) {
      fields.wrong(
          "lastDate",
          "La fin suit le début, de " + LONGEST_DAYS + " jours au plus.",
          "The end comes after the beginning, by " + LONGEST_DAYS + " days at most.");
    }
    return new Entry(
        title,
        summary,
        fields.checked(first),
        fields.checked(last),
        Boolean.TRUE.equals(form.published()));
  }

  /** The last part of an address that says what it is: {@code semaine-portes-ouvertes}. */
  static String slug(String words) {
    String plain = Text.fold(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    return cut.isEmpty() ? "evenement" : cut.toLowerCase(Locale.ROOT).replaceAll("-$", "");
  }
}

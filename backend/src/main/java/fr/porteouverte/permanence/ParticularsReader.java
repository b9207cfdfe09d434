package fr.porteouverte.permanence;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads a permanence's title, room and deadline of confirmation. */
final class ParticularsReader {
  private ParticularsReader() {}

  static Particulars read(FieldReader fields, PermanenceForm form) {
    String fr = text(fields, "titleFr", form.titleFr(), Particulars.LONGEST_TITLE);
    String en = text(fields, "titleEn", form.titleEn(), Particulars.LONGEST_TITLE);
    if (fr == null && en != null) {
      fields.required("titleFr", null);
    }
    int hours = Particulars.CONFIRM_HOURS;
    if (form.confirmHours() != null) {
      hours = fields.number("confirmHours", form.confirmHours(), 0, Particulars.MOST_CONFIRM_HOURS);
    }
    return new Particulars(
        fr == null ? null : new Text(fr, en == null ? fr : en),
        text(fields, "room", form.room(), Particulars.LONGEST_ROOM),
        hours);
  }

  private static @Nullable String text(
      FieldReader fields, String name, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.strip().length() > most) {
      fields.wrong(name, "Au plus " + most + " caractères.", "At most " + most + " characters.");
      return null;
    }
    return value.strip();
  }
}

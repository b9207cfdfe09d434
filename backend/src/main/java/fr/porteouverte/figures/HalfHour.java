package fr.porteouverte.figures;

import fr.porteouverte.text.Text;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Half an hour of a weekday, as it is counted: {@code 1-18} is Monday at 9. */
final class HalfHour {
  private HalfHour() {}

  static Text name(String key) {
    String[] parts = key.split("-");
    DayOfWeek day = DayOfWeek.of(Integer.parseInt(parts[0]));
    LocalTime time = LocalTime.MIN.plusMinutes(30L * Integer.parseInt(parts[1]));
    String minutes = String.format("%02d", time.getMinute());
    return new Text(
        day.getDisplayName(TextStyle.FULL, Locale.FRENCH)
            + " "
            + time.getHour()
            + "\u00a0h\u00a0"
            + minutes,
        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + time);
  }
}

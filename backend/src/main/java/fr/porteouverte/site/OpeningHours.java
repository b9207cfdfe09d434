package fr.porteouverte.site;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opening range as the API shows it. */
@Schema(name = "OpeningHours")
public record OpeningHours(
    @Schema(required = true) Weekday weekday,
    @Schema(required = true, examples = "09:00", description = "Local time") String from,
    @Schema(required = true, examples = "12:30", description = "Local time") String to,
    @Schema(required = true) OpeningMode mode) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  /** Days as the API names them. */
  public enum Weekday {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday
  }

  public static OpeningHours of(OpeningRange range) {
    return new OpeningHours(
        Weekday.valueOf(range.weekday().name().toLowerCase(Locale.ROOT)),
        hour(range.from()),
        hour(range.to()),
        range.mode());
  }

  static String hour(LocalTime time) {
    return HOUR.format(time);
  }
}

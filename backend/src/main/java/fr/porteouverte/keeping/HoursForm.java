package fr.porteouverte.keeping;

import fr.porteouverte.site.OpeningHours.Weekday;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A range of the week's hours as it is entered. */
@Schema(name = "HoursForm")
public record HoursForm(
    @Schema(required = true) @Nullable Weekday weekday,
    @Schema(required = true, examples = "09:00", description = "Local time") @Nullable String from,
    @Schema(required = true, examples = "12:30", description = "Local time") @Nullable String to,
    @Schema(required = true) @Nullable OpeningMode mode) {
  static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  /** By day and time; what is not complete comes first. */
  static final Comparator<HoursForm> ORDER =
      Comparator.comparing(HoursForm::weekday, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(HoursForm::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  static HoursForm of(OpeningRange range) {
    return new HoursForm(
        Weekday.valueOf(range.weekday().name().toLowerCase(Locale.ROOT)),
        HOUR.format(range.from()),
        HOUR.format(range.to()),
        range.mode());
  }

  /** Once it was checked. */
  OpeningRange range() {
    return new OpeningRange(
        DayOfWeek.of(Objects.requireNonNull(weekday).ordinal() + 1),
        LocalTime.parse(Objects.requireNonNull(from)),
        LocalTime.parse(Objects.requireNonNull(to)),
        Objects.requireNonNull(mode));
  }
}

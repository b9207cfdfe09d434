package fr.porteouverte.keeping;

import fr.porteouverte.site.ExceptionalRange;
import fr.porteouverte.site.OpeningMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A range of hours of one date as it is entered. */
@Schema(name = "ExceptionalForm")
public record ExceptionalForm(
    @Schema(required = true, format = "date", examples = "2026-12-24") @Nullable String date,
    @Schema(required = true, examples = "09:00", description = "Local time") @Nullable String from,
    @Schema(required = true, examples = "12:30", description = "Local time") @Nullable String to,
    @Schema(required = true) @Nullable OpeningMode mode) {
  static final Comparator<ExceptionalForm> ORDER =
      Comparator.comparing(ExceptionalForm::date, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ExceptionalForm::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  static ExceptionalForm of(ExceptionalRange range) {
    return new ExceptionalForm(
        range.day().toString(),
        HoursForm.HOUR.format(range.from()),
        HoursForm.HOUR.format(range.to()),
        range.mode());
  }

  /** Once it was checked. */
  ExceptionalRange range() {
    return new ExceptionalRange(
        LocalDate.parse(Objects.requireNonNull(date)),
        LocalTime.parse(Objects.requireNonNull(from)),
        LocalTime.parse(Objects.requireNonNull(to)),
        Objects.requireNonNull(mode));
  }
}

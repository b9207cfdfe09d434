package fr.porteouverte.site;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours of one date as the API shows them. */
@Schema(name = "ExceptionalHours")
public record ExceptionalHours(
    @Schema(required = true, implementation = String.class, format = "date") LocalDate date,
    @Schema(required = true, examples = "09:00", description = "Local time") String from,
    @Schema(required = true, examples = "12:30", description = "Local time") String to,
    @Schema(required = true) OpeningMode mode) {

  public static ExceptionalHours of(ExceptionalRange range) {
    return new ExceptionalHours(
        range.day(), OpeningHours.hour(range.from()), OpeningHours.hour(range.to()), range.mode());
  }
}

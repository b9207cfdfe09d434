package fr.porteouverte.site;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a house will be closed. */
public record ClosureRequest(
    @NotNull
        @Schema(
            implementation = String.class,
            examples = "2026-12-24T12:00:00",
            description = "Local time of the house, inclusive")
        LocalDateTime from,
    @NotNull
        @Schema(
            implementation = String.class,
            examples = "2026-12-26T00:00:00",
            description = "Local time of the house, exclusive; at most 400 days later")
        LocalDateTime to,
    @Size(max = TypedText.LONGEST_REASON) @Nullable String reason) {
  private static final int LONGEST_DAYS = 400;

  /**
   * @param now local time of the house
   * @throws InvalidRequest naming every wrong field
   */
  public void check(LocalDateTime now) {
    List<FieldError> errors = new ArrayList<>();
    if (from.getYear() < now.getYear() - 1 || from.getYear() > now.getYear() + 5) {
      errors.add(
          FieldError.of("from", "Cette année est hors limites.", "This year is out of range."));
    }
    if (!to.isAfter(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
      errors.add(
          FieldError.of(
              "to",
              "La fin suit le début, de " + LONGEST_DAYS + " jours au plus.",
              "The end comes after the beginning, by " + LONGEST_DAYS + " days at most."));
    } else if (!to.isAfter(now)) {
      errors.add(FieldError.of("to", "Cette date est passée.", "This is in the past."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }
}

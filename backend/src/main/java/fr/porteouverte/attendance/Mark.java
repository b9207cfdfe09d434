package fr.porteouverte.attendance;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.SeveralLines;
import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a visit; a correction says it again, whole. */
@Schema(name = "AttendanceMark")
public record Mark(
    @NotNull @Schema(required = true) Outcome outcome,
    @Schema(description = "Came without papers that were needed; false when absent")
        @Nullable Boolean papersMissing,
    @Schema(description = "Only of a visit that took place") @Nullable Result result,
    @Size(max = TypedText.LONGEST_NOTE)
        @SeveralLines
        @Schema(description = "For colleagues and the house; the visitor does not see it")
        @Nullable String note,
    @Schema(
            description =
                "The person was received though the queue still has them waiting, called, put aside,"
                    + " absent or gone: their number is done with it. Only of a visit that took"
                    + " place")
        @Nullable Boolean received) {

  static final Mark PRESENT = new Mark(Outcome.attended, false, null, null, null);

  boolean wasReceived() {
    return Boolean.TRUE.equals(received);
  }

  boolean withoutPapers() {
    return Boolean.TRUE.equals(papersMissing);
  }

  /** Null where nothing is said. */
  @Nullable String saidNote() {
    return note == null || note.isBlank() ? null : note.strip();
  }

  /** Who was not there solved nothing and forgot no papers. */
  void check() {
    FieldReader fields = new FieldReader();
    if (outcome != Outcome.attended && result != null) {
      fields.wrong(
          "result", "Seulement pour une personne qui est venue.", "Only for a person who came.");
    }
    if (outcome != Outcome.attended && wasReceived()) {
      fields.wrong(
          "received", "Seulement pour une personne qui est venue.", "Only for a person who came.");
    }
    if (outcome != Outcome.attended && withoutPapers()) {
      fields.wrong(
          "papersMissing",
          "Seulement pour une personne qui est venue.",
          "Only for a person who came.");
    }
    fields.check();
  }
}

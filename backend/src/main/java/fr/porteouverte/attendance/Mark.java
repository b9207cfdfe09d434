package fr.porteouverte.attendance;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.text.SensitiveText;
import fr.porteouverte.text.SeveralLines;
import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a visit; a correction says it again, whole. */
@Schema(name = "AttendanceMark")
public record Mark(
    @NotNull @Schema(required = true) Outcome outcome,
    @Schema(
            description =
                "Came without papers that were needed; false when absent. With the result"
                    + " papersMissing it goes without saying")
        @Nullable Boolean papersMissing,
    @Schema(description = "Only of a visit that took place") @Nullable Result result,
    @Size(max = TypedText.LONGEST_NOTE)
        @SeveralLines
        @Schema(
            description =
                "For colleagues and the house; the visitor does not see it. Refused with a social"
                    + " security number, a card number or a password in it")
        @Nullable String note,
    @Schema(
            description =
                "The person was received though the queue still has them waiting, called, put aside,"
                    + " absent or gone: their number is done with it. Only of a visit that took"
                    + " place")
        @Nullable Boolean received,
    @Size(max = Mark.MOST)
        @Schema(
            description =
                "What it was about, the main one first. Absent: what the number or the appointment"
                    + " was for")
        @Nullable List<@NotNull @Size(max = Ids.LONGEST) String> procedureIds,
    @Size(max = Ids.LONGEST)
        @Schema(description = "Whose matter it was. Absent: the first procedure's partner")
        @Nullable String partnerId,
    @Schema(description = "Absent: the bus in a house that is one, else the counter")
        @Nullable VisitChannel channel,
    @Size(max = Mark.MOST)
        @Schema(description = "Papers that were missing, by id; only with papersMissing")
        @Nullable List<@NotNull @Size(max = Ids.LONGEST) String> documentIds,
    @Size(max = 20)
        @Schema(
            description =
                "Reference of the next appointment, when it was made on the spot; only of a visit"
                    + " that took place")
        @Nullable String followUp,
    @Size(max = Ids.LONGEST)
        @Schema(description = "Passed on to this partner; only with the result passedOn")
        @Nullable String passedOnPartnerId,
    @Size(max = 200)
        @Schema(
            description = "Passed on to this organisation, in words; only with the result passedOn")
        @Nullable String passedOnTo,
    @Nullable AgeBand ageBand,
    @Pattern(regexp = "[0-9AB]{5}")
        @Schema(description = "INSEE code of the commune where the person lives")
        @Nullable String insee,
    @Schema(description = "Under a mandate of Aidants Connect; false when absent")
        @Nullable Boolean aidantsConnect,
    @Schema(description = "A blocked file, passed to Administration+; false when absent")
        @Nullable Boolean administrationPlus) {
  /** Procedures of one visit, papers of one visit. */
  static final int MOST = 10;

  static final Mark PRESENT = of(Outcome.attended);

  static Mark of(Outcome outcome) {
    return new Mark(
        outcome, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  boolean wasReceived() {
    return Boolean.TRUE.equals(received);
  }

  boolean withoutPapers() {
    return Boolean.TRUE.equals(papersMissing) || result == Result.papersMissing;
  }

  /** Null where nothing is said. */
  @Nullable String saidNote() {
    return said(note);
  }

  /** Null where nothing is said. */
  @Nullable String saidOrganisation() {
    return said(passedOnTo);
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Who was not there solved nothing and forgot no papers. */
  void check(FieldReader fields) {
    if (outcome != Outcome.attended) {
      onlyWhoCame(fields, "result", result != null);
      onlyWhoCame(fields, "received", wasReceived());
      onlyWhoCame(fields, "papersMissing", Boolean.TRUE.equals(papersMissing));
      onlyWhoCame(fields, "followUp", followUp != null);
      onlyWhoCame(fields, "aidantsConnect", Boolean.TRUE.equals(aidantsConnect));
      onlyWhoCame(fields, "administrationPlus", Boolean.TRUE.equals(administrationPlus));
    }
    notSensitive(fields, "note", saidNote());
    notSensitive(fields, "passedOnTo", saidOrganisation());
    if (result == Result.papersMissing && Boolean.FALSE.equals(papersMissing)) {
      fields.wrong(
          "papersMissing", "Le résultat dit le contraire.", "The result says the contrary.");
    }
    if (documentIds != null && !documentIds.isEmpty() && !withoutPapers()) {
      fields.wrong(
          "documentIds", "Seulement quand il manque des papiers.", "Only when papers are missing.");
    }
    if (result != Result.passedOn) {
      onlyPassedOn(fields, "passedOnPartnerId", passedOnPartnerId != null);
      onlyPassedOn(fields, "passedOnTo", saidOrganisation() != null);
    }
  }

  private static void notSensitive(FieldReader fields, String name, @Nullable String kept) {
    if (kept != null) {
      SensitiveText.in(kept)
          .ifPresent(kind -> fields.wrong(name, kind.words().fr(), kind.words().en()));
    }
  }

  private static void onlyWhoCame(FieldReader fields, String name, boolean said) {
    if (said) {
      fields.wrong(
          name, "Seulement pour une personne qui est venue.", "Only for a person who came.");
    }
  }

  private static void onlyPassedOn(FieldReader fields, String name, boolean said) {
    if (said) {
      fields.wrong(
          name,
          "Seulement pour une personne orientée ailleurs.",
          "Only for a person who was passed on.");
    }
  }
}

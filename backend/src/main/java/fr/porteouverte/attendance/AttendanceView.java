package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.Document;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.text.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a visit. */
@Schema(name = "Attendance")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttendanceView(
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true, description = "Of the visit, local to the house") LocalDate date,
    @Schema(required = true) Outcome outcome,
    @Schema(required = true) boolean papersMissing,
    @Nullable Result result,
    @Nullable String note,
    @Schema(required = true, description = "What it was about, the main one first")
        List<ProcedureRef> procedures,
    @Schema(description = "Whose matter it was, whoever received") @Nullable PartnerRef partner,
    @Schema(required = true) VisitChannel channel,
    @Schema(required = true, description = "Those that were missing, as far as anybody said")
        List<Paper> documents,
    @Schema(description = "Reference of the next appointment, when it was made on the spot")
        @Nullable String followUp,
    @Nullable PartnerRef passedOnPartner,
    @Nullable String passedOnTo,
    @Nullable AgeBand ageBand,
    @Schema(description = "INSEE code of the commune where the person lives")
        @Nullable String insee,
    @Schema(required = true) boolean aidantsConnect,
    @Schema(required = true) boolean administrationPlus,
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "Username of who noted it") String by,
    @Schema(description = "Absent: it was not taken back") @Nullable OffsetDateTime takenBackAt,
    @Schema(description = "Username, or `system`: the queue contradicted it")
        @Nullable String takenBackBy)
    implements Versioned {

  /** All that was ever noted of a visit. */
  @Schema(name = "AttendanceHistory")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record History(
      @Schema(description = "Absent: nothing is noted") @Nullable AttendanceView current,
      @Schema(required = true, description = "The first one first, also those taken back")
          List<AttendanceView> versions)
      implements Versioned {

    @Override
    public int version() {
      return current == null ? 0 : current.version();
    }
  }

  /** A paper that was missing. */
  @Schema(name = "MissingPaper")
  public record Paper(@Schema(required = true) String id, @Schema(required = true) Text label) {
    static Paper of(Document document) {
      return new Paper(Ids.of(document.id()), document.label());
    }
  }

  static @Nullable AttendanceView of(@Nullable Attendance row, ZoneId zone) {
    if (row == null) {
      return null;
    }
    VisitDetails said = row.details();
    Booking next = said.followUp();
    return new AttendanceView(
        row.version(),
        row.date(),
        row.outcome(),
        said.papersMissing(),
        said.result(),
        said.note(),
        said.procedures().stream().map(ProcedureRef::of).toList(),
        PartnerRef.ofHost(said.partner()),
        said.channel(),
        said.documents().stream().map(Paper::of).toList(),
        next == null ? null : next.reference(),
        PartnerRef.ofHost(said.passedOnPartner()),
        said.passedOnTo(),
        said.ageBand(),
        said.insee(),
        said.aidantsConnect(),
        said.administrationPlus(),
        row.at().atZone(zone).toOffsetDateTime(),
        row.actor(),
        row.undoneAt() == null ? null : row.undoneAt().atZone(zone).toOffsetDateTime(),
        row.undoneBy());
  }
}

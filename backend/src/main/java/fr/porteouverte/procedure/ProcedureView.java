package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.text.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A procedure with its papers, as the register shows it. */
@Schema(name = "Procedure")
public record ProcedureView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true, examples = "permis-renouvellement") String code,
    @Schema(required = true) Text title,
    @Schema(required = true) PartnerRef partner,
    @Schema(required = true, description = "Time with the visitor") int durationMinutes,
    @Schema(required = true) Channel channel,
    @Schema(required = true, description = "Papers to bring, in order")
        List<DocumentView> documents,
    @Schema(description = "What the house says of the papers in its own words; absent: nothing")
        @Nullable String note,
    @Schema(description = "Absent: under none") @Nullable ThemeRef theme,
    @Schema(
            required = true,
            description = "What people say when they mean it, in any language; q finds it by them",
            examples = "[\"permis de conduire\", \"driving license\"]")
        List<String> synonyms,
    @Schema(
            required = true,
            description = "The house sends people on to the partner instead of doing it")
        boolean referred,
    @Schema(required = true) ProcedureSource source,
    @Schema(required = true, description = "Nobody chooses it any more") boolean archived)
    implements Made, Versioned {
  @Override
  public String location() {
    return id;
  }

  /**
   * @param toVerify whether its papers are to be compared with their page, again
   */
  static ProcedureView of(ProcedureHere here, boolean toVerify) {
    Procedure procedure = here.procedure();
    return new ProcedureView(
        Ids.of(procedure.id()),
        procedure.version(),
        procedure.code(),
        procedure.title(),
        PartnerRef.of(procedure.partner()),
        Math.toIntExact(here.duration().toMinutes()),
        procedure.channel(),
        here.papers(),
        here.note(),
        ThemeRef.of(procedure.theme()),
        procedure.synonyms(),
        procedure.referred(),
        ProcedureSource.of(procedure, toVerify),
        procedure.archived());
  }
}

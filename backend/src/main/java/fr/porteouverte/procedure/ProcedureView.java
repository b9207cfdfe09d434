package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.text.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A procedure with its papers, as the register shows it. */
@Schema(name = "Procedure")
public record ProcedureView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "permis-renouvellement") String code,
    @Schema(required = true) Text title,
    @Schema(required = true) PartnerRef partner,
    @Schema(required = true, description = "Time with the visitor") int durationMinutes,
    @Schema(required = true) Channel channel,
    @Schema(required = true, description = "Papers to bring, in order")
        List<DocumentView> documents,
    @Schema(
            required = true,
            description = "What people say when they mean it, in any language; q finds it by them",
            examples = "[\"permis de conduire\", \"driving license\"]")
        List<String> synonyms) {

  public static ProcedureView of(Procedure procedure) {
    return new ProcedureView(
        Ids.of(procedure.id()),
        procedure.code(),
        procedure.title(),
        PartnerRef.of(procedure.partner()),
        Math.toIntExact(procedure.duration().toMinutes()),
        procedure.channel(),
        procedure.documents().stream().map(DocumentView::of).toList(),
        procedure.synonyms());
  }
}

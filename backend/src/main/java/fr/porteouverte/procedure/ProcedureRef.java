package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A procedure as others mention it. */
public record ProcedureRef(
    @Schema(required = true) String id,
    @Schema(required = true) String code,
    @Schema(required = true) Text title) {

  public static ProcedureRef of(Procedure procedure) {
    return new ProcedureRef(Ids.of(procedure.id()), procedure.code(), procedure.title());
  }
}

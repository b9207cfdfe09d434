package fr.porteouverte.procedure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the papers of a procedure can be read, and whether somebody has. */
@Schema(name = "ProcedureSource")
public record ProcedureSource(
    @Schema(description = "The official page") @Nullable String url,
    @Schema(
            format = "date",
            description = "When somebody last compared the papers with it; absent: nobody has")
        @Nullable String checkedOn,
    @Schema(
            required = true,
            description = "Nobody compared them, or so long ago that somebody has to do it again")
        boolean toVerify) {

  static ProcedureSource of(Procedure procedure, boolean toVerify) {
    var day = procedure.checkedOn();
    return new ProcedureSource(
        procedure.sourceUrl(), day == null ? null : day.toString(), toVerify);
  }
}

package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper to bring, as the API shows it. */
@Schema(name = "Document")
public record DocumentView(
    @Schema(required = true) String id,
    @Schema(required = true) String code,
    @Schema(required = true) Text label,
    @Schema(required = true, description = "false: only if it applies") boolean required) {

  public static DocumentView of(DocumentNeed need) {
    return new DocumentView(
        Ids.of(need.document().id()),
        need.document().code(),
        need.document().label(),
        need.required());
  }
}

package fr.porteouverte.procedure;

import fr.porteouverte.register.FormWords;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a procedure asks for a paper, as it is entered. */
@Schema(name = "NeededDocument")
public record NeededDocument(
    @Schema(required = true, description = "The paper's code") String document,
    @Schema(description = "false: only if it applies; true when absent") Boolean required) {

  public NeededDocument {
    document = FormWords.needed(document);
    required = !Boolean.FALSE.equals(required);
  }
}

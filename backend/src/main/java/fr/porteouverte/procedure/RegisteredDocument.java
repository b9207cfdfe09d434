package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper as the register shows it, whoever asks for it. */
@Schema(name = "RegisteredDocument")
public record RegisteredDocument(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) String code,
    @Schema(required = true) Text label,
    @Schema(required = true, description = "Nobody chooses it any more") boolean archived)
    implements Made, Versioned {
  @Override
  public String location() {
    return id;
  }

  static RegisteredDocument of(Document document) {
    return new RegisteredDocument(
        Ids.of(document.id()),
        document.version(),
        document.code(),
        document.label(),
        document.archived());
  }
}

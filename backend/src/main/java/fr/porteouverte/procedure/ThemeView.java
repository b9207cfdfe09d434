package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A theme as the register shows it. */
@Schema(name = "Theme")
public record ThemeView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) String code,
    @Schema(required = true) Text name,
    @Schema(required = true, description = "Where it stands among the others") int position,
    @Schema(required = true, description = "Nobody chooses it any more") boolean archived)
    implements Made, Versioned {
  @Override
  public String location() {
    return id;
  }

  static ThemeView of(Theme theme) {
    return new ThemeView(
        Ids.of(theme.id()),
        theme.version(),
        theme.code(),
        theme.name(),
        theme.position(),
        theme.archived());
  }
}

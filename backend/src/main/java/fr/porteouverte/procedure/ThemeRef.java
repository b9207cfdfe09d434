package fr.porteouverte.procedure;

import fr.porteouverte.http.Ids;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A theme as others mention it. */
public record ThemeRef(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "prevention-sante") String code,
    @Schema(required = true) Text name) {

  /**
   * @return null for null: it is under none
   */
  static @Nullable ThemeRef of(@Nullable Theme theme) {
    return theme == null ? null : new ThemeRef(Ids.of(theme.id()), theme.code(), theme.name());
  }
}

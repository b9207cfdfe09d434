package fr.porteouverte.procedure;

import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A theme as it is entered. */
@Schema(name = "ThemeForm")
public record ThemeForm(
    @Schema(
            required = true,
            maxLength = FormWords.LONGEST_CODE,
            examples = "prevention-sante",
            description = "For ever, and the same in every installation")
        String code,
    @Schema(required = true, description = "At most 200 characters") Text name,
    @Schema(required = true, description = "Where it stands among the others, the least first")
        @Nullable Integer position)
    implements RegisterForm {

  public ThemeForm {
    code = FormWords.needed(code);
    name = FormWords.needed(name);
  }
}

package fr.porteouverte.procedure;

import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper to bring as it is entered. */
@Schema(name = "DocumentForm")
public record DocumentForm(
    @Schema(
            required = true,
            maxLength = FormWords.LONGEST_CODE,
            examples = "proof-of-address",
            description = "For ever, and the same in every installation")
        String code,
    @Schema(required = true, description = "At most 300 characters") Text label)
    implements RegisterForm {

  public DocumentForm {
    code = FormWords.needed(code);
    label = FormWords.needed(label);
  }
}

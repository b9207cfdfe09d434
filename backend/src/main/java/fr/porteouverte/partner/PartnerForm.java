package fr.porteouverte.partner;

import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as it is entered. */
@Schema(name = "PartnerForm")
public record PartnerForm(
    @Schema(
            required = true,
            maxLength = FormWords.LONGEST_CODE,
            examples = "caf",
            description = "For ever, and the same in every installation")
        String code,
    @Schema(required = true, description = "At most 200 characters") Text name,
    @Schema(maxLength = ShownAddress.LONGEST, description = "Its own site, https")
        @Nullable String url,
    @Schema(
            maxLength = ShownAddress.LONGEST,
            description = "A site of its own that takes its appointments, https")
        @Nullable String bookingUrl)
    implements RegisterForm {

  public PartnerForm {
    code = FormWords.needed(code);
    name = FormWords.needed(name);
    url = FormWords.plain(url);
    bookingUrl = FormWords.plain(bookingUrl);
  }
}

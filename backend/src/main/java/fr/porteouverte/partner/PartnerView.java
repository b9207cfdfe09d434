package fr.porteouverte.partner;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as the register shows it. */
@Schema(name = "Partner")
public record PartnerView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) String code,
    @Schema(required = true) Text name,
    @Schema(description = "Its own site") @Nullable String url,
    @Schema(
            description =
                "A site of its own that takes its appointments: an external link, to be marked"
                    + " as one; none of our slots")
        @Nullable String bookingUrl,
    @Schema(required = true, description = "Nobody chooses it any more") boolean archived)
    implements Made, Versioned {
  @Override
  public String location() {
    return id;
  }

  static PartnerView of(Partner partner) {
    return new PartnerView(
        Ids.of(partner.id()),
        partner.version(),
        partner.code(),
        partner.name(),
        partner.url(),
        partner.bookingUrl(),
        partner.archived());
  }
}

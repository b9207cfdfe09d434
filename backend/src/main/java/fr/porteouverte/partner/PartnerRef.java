package fr.porteouverte.partner;

import fr.porteouverte.http.Ids;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as others mention it. */
public record PartnerRef(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "caf") String code,
    @Schema(required = true) Text name,
    @Schema(description = "A site of its own that takes its appointments: an external link")
        @Nullable String bookingUrl) {

  public static PartnerRef of(Partner partner) {
    return new PartnerRef(
        Ids.of(partner.id()), partner.code(), partner.name(), partner.bookingUrl());
  }

  /**
   * @return null for null: the house itself
   */
  public static @Nullable PartnerRef ofHost(@Nullable Partner partner) {
    return partner == null ? null : of(partner);
  }
}

package fr.porteouverte.search;

import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.Site;
import fr.porteouverte.slot.SlotView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A house that the search found. */
public record FoundSite(
    @Schema(required = true) String id,
    @Schema(required = true) String name,
    @Schema(required = true) Address address,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude,
    @Schema(required = true, examples = "Europe/Paris", description = "IANA zone") String zone,
    @Schema(description = "E.164") String phone,
    @Schema(required = true, description = "Takes appointments at all") boolean appointments,
    @Schema(description = "As the crow flies; absent when no place was named")
        Integer distanceMetres,
    @Schema(description = "The next that can be booked for the procedure") SlotView nextSlot,
    @Schema(description = "Who holds nextSlot; absent when the house's own clerks do")
        PartnerRef partner,
    @Schema(description = "With a procedure: it can be had without appointment") Boolean walkIn) {

  static FoundSite of(
      Site site, Integer metres, SlotView nextSlot, PartnerRef partner, Boolean walkIn) {
    return new FoundSite(
        Ids.of(site.id()),
        site.name(),
        site.address(),
        site.latitude(),
        site.longitude(),
        site.zone().getId(),
        site.phone(),
        site.takesAppointments(),
        metres,
        nextSlot,
        partner,
        walkIn);
  }
}

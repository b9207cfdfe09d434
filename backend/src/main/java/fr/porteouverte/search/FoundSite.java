package fr.porteouverte.search;

import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.Site;
import fr.porteouverte.slot.SlotView;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house that the search found. */
public record FoundSite(
    @Schema(required = true) String id,
    @Schema(required = true) String name,
    @Schema(required = true) Address address,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude,
    @Schema(required = true, examples = "Europe/Paris", description = "IANA zone") String zone,
    @Schema(description = "E.164") @Nullable String phone,
    @Schema(required = true, description = "Takes appointments at all") boolean appointments,
    @Schema(description = "As the crow flies; absent when no place was named")
        @Nullable Integer distanceMetres,
    @Schema(description = "The next that can be booked for the procedure")
        @Nullable SlotView nextSlot,
    @Schema(description = "Who holds nextSlot; absent when the house's own clerks do")
        @Nullable PartnerRef partner,
    @Schema(description = "With a procedure: it can be had without appointment")
        @Nullable Boolean walkIn,
    @Schema(description = "With sort=soonest: when one can just come next, within five weeks")
        @Nullable WalkInTime nextWalkIn,
    @Schema(description = "With sort=soonest: the sooner of nextSlot and nextWalkIn, never past")
        @Nullable OffsetDateTime usefulAt) {

  static FoundSite of(Site site, @Nullable Integer metres, Hit hit, @Nullable PartnerRef partner) {
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
        hit.nextSlot(),
        partner,
        hit.walkIn(),
        hit.nextWalkIn() == null
            ? null
            : new WalkInTime(at(site, hit.nextWalkIn().start()), at(site, hit.nextWalkIn().end())),
        hit.usefulAt() == null ? null : at(site, hit.usefulAt()));
  }

  private static OffsetDateTime at(Site site, Instant instant) {
    return instant.atZone(site.zone()).toOffsetDateTime();
  }
}

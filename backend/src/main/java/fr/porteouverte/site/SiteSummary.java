package fr.porteouverte.site;

import fr.porteouverte.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house in a few lines, enough to find it. */
public record SiteSummary(
    @Schema(required = true) String id,
    @Schema(required = true) String name,
    @Schema(required = true) Address address,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude,
    @Schema(
            required = true,
            examples = "Europe/Paris",
            description = "IANA zone of its local times")
        String zone,
    @Schema(description = "E.164") @Nullable String phone,
    @Schema(required = true, description = "Takes appointments at all") boolean appointments) {

  public static SiteSummary of(Site site) {
    return new SiteSummary(
        Ids.of(site.id()),
        site.name(),
        site.address(),
        site.latitude(),
        site.longitude(),
        site.zone().getId(),
        site.phone(),
        site.takesAppointments());
  }
}

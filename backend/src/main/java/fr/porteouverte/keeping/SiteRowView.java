package fr.porteouverte.keeping;

import fr.porteouverte.http.Ids;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house in the network's table. */
@Schema(name = "SiteRow")
public record SiteRowView(
    @Schema(required = true) String id,
    @Schema(description = "Its number in the national list, or its own code") @Nullable String code,
    @Schema(required = true, description = "It is in the national list") boolean listed,
    @Schema(required = true) String name,
    @Schema(required = true) String postcode,
    @Schema(required = true) String commune,
    @Schema(required = true, examples = "14") String department,
    @Schema(required = true) boolean live,
    @Schema(required = true) boolean archived,
    @Schema(required = true, description = "Of its week's hours") int minutes,
    @Schema(required = true, description = "On which it opens in a week") int days,
    @Schema(required = true, description = "Who work there and may log in") int agents,
    @Schema(required = true, description = "What there is to work off") List<SiteCheck> checks) {

  static SiteRowView of(SiteFacts house) {
    return new SiteRowView(
        Ids.of(house.id()),
        house.code(),
        house.listed(),
        house.name(),
        house.postcode(),
        house.commune(),
        house.department(),
        house.live(),
        house.archived(),
        house.minutes(),
        house.days(),
        house.agents(),
        SiteCheck.of(house));
  }
}

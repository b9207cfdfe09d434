package fr.porteouverte.event;

import fr.porteouverte.http.Made;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.SiteSummary;
import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A workshop: one group session, to be booked like any slot. */
@Schema(name = "EventSession")
public record EventSessionView(
    @Schema(required = true) String sessionId,
    @Schema(required = true) String permanenceId,
    @Schema(required = true) String siteId,
    @Schema(required = true) SiteSummary site,
    @Schema(required = true) Text title,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime start,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime end,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true) SessionState state,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(description = "Where in the house") @Nullable String room,
    @Schema(required = true) int capacity,
    @Schema(required = true, description = "Places left that anybody may book") int remaining,
    @Schema(required = true) String procedureId,
    @Schema(description = "What to book; absent when it cannot be booked (any more)")
        @Nullable String slotId)
    implements Made {
  @Override
  public String location() {
    return permanenceId;
  }
}

package fr.porteouverte.slot;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bookable slot for one procedure. {@code end} and {@code remaining} are of the whole run of
 * consecutive rows that the procedure takes; {@code id} is the row at which the visit starts.
 */
@Schema(name = "Slot")
public record SlotView(
    @Schema(required = true) String id,
    @Schema(required = true) String siteId,
    @Schema(description = "Absent: the house's own clerks") @Nullable String partnerId,
    @Schema(required = true) String procedureId,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime start,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime end,
    @Schema(required = true) int capacity,
    @Schema(required = true, description = "Places left, at least 1") int remaining) {}

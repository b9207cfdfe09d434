package fr.porteouverte.search;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one can just come. */
@Schema(name = "WalkInTime")
public record WalkInTime(
    @Schema(required = true, description = "With the site's offset") OffsetDateTime start,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime end) {}

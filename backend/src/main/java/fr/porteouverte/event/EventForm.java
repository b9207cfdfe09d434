package fr.porteouverte.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as a manager enters it. */
@Schema(name = "EventForm")
public record EventForm(
    @Schema(required = true, description = "At most 150 characters") EventText title,
    @Schema(required = true, description = "What it is about; at most 2000 characters")
        EventText summary,
    @Schema(required = true, format = "date") String firstDate,
    @Schema(required = true, format = "date", description = "Part of it") String lastDate,
    @Schema(description = "People see it; false by default") @Nullable Boolean published) {}

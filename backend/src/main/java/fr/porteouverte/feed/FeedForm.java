package fr.porteouverte.feed;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to follow in their calendar. */
@Schema(name = "CalendarFeedForm")
public record FeedForm(
    @NotNull @Schema(required = true) FeedKind kind,
    @Schema(description = "Of the permanence or the house; absent for one's own work")
        @Nullable String id) {}

package fr.porteouverte.feed;

import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar that one follows. */
@Schema(name = "CalendarFeed")
public record FeedView(
    @Schema(required = true) String id,
    @Schema(required = true) FeedKind kind,
    @Schema(required = true) Text title,
    @Schema(description = "Of the permanence or the house that it follows") String of,
    @Schema(description = "Only when it is made: the secret address") String url,
    @Schema(description = "Name of the colleague who asked for it; absent: oneself") String by,
    @Schema(required = true) OffsetDateTime createdAt) {}

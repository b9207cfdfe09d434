package fr.porteouverte.feed;

import fr.porteouverte.http.Made;
import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar that one follows. */
@Schema(name = "CalendarFeed")
public record FeedView(
    @Schema(required = true) String id,
    @Schema(required = true) FeedKind kind,
    @Schema(required = true) Text title,
    @Schema(description = "Of the permanence or the house that it follows") @Nullable String of,
    @Schema(description = "Only when it is made: the secret address") @Nullable String url,
    @Schema(description = "Name of the colleague who asked for it; absent: oneself")
        @Nullable String by,
    @Schema(required = true) OffsetDateTime createdAt)
    implements Made {
  @Override
  public String location() {
    return id;
  }
}

package fr.porteouverte.booking.hold;

import fr.porteouverte.booking.Hold;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold as its owner sees it. */
@Schema(name = "Hold")
public record HoldView(
    @Schema(required = true, description = "Unguessable") String id,
    @Schema(required = true) String slotId,
    @Schema(required = true, description = "In UTC") OffsetDateTime expiresAt,
    @Schema(required = true, description = "Was it extended? It can be once") boolean extended)
    implements Made {
  @Override
  public String location() {
    return id;
  }

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id().toString(),
        Ids.of(hold.slotId()),
        hold.expiresAt().atOffset(ZoneOffset.UTC),
        hold.extended());
  }
}

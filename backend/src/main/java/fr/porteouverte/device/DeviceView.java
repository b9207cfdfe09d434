package fr.porteouverte.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kiosk that may give numbers. */
@Schema(name = "Device")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "Borne de l’entrée") String name,
    @Schema(
            description =
                "Told once, by the request that makes it; a repeat of that request does not")
        @Nullable String key,
    @Schema(required = true) OffsetDateTime createdAt,
    @Schema(required = true) String createdBy,
    @Schema(description = "To ten minutes") @Nullable OffsetDateTime lastUsedAt)
    implements Made {
  @Override
  public String location() {
    return "/devices/" + id;
  }

  /**
   * @param key null: it is not told
   */
  static DeviceView of(DeviceKey device, @Nullable String key, ZoneId zone) {
    return new DeviceView(
        Ids.of(device.id()),
        device.name(),
        key,
        device.createdAt().atZone(zone).toOffsetDateTime(),
        device.createdBy(),
        device.lastUsedAt() == null ? null : device.lastUsedAt().atZone(zone).toOffsetDateTime());
  }
}

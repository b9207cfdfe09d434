package fr.porteouverte.site;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A closure as the API shows it. */
@Schema(name = "Closure")
public record ClosureView(
    @Schema(required = true) String id,
    @Schema(
            required = true,
            implementation = String.class,
            examples = "2026-12-24T12:00:00",
            description = "Local time of the house, inclusive")
        LocalDateTime from,
    @Schema(
            required = true,
            implementation = String.class,
            examples = "2026-12-26T00:00:00",
            description = "Local time of the house, exclusive")
        LocalDateTime to,
    @Nullable String reason)
    implements Made {
  @Override
  public String location() {
    return id;
  }

  public static ClosureView of(Closure closure) {
    return new ClosureView(Ids.of(closure.id()), closure.from(), closure.to(), closure.reason());
  }
}

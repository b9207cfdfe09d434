package fr.porteouverte.booking.release;

import fr.porteouverte.booking.Reference;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to free. */
record ReleaseRequest(
    @NotNull
        @Size(max = 500)
        @Schema(
            description = "Of bookings; what is no suspect of this house any more is left alone")
        List<@NotNull @Size(max = 20) String> references,
    @NotNull @Size(max = 100) @Schema(description = "Of which the holds go, too")
        List<@NotNull @Size(max = 40) String> groups,
    @Size(max = 200) @Schema(description = "As people with a contact read it")
        @Nullable String reason) {

  List<String> normalised() {
    return references.stream().map(Reference::normalise).distinct().toList();
  }

  @Nullable String said() {
    return reason == null || reason.isBlank() ? null : reason.strip();
  }
}

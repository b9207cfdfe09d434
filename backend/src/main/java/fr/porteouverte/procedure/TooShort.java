package fr.porteouverte.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where nobody can book a procedure, because it lasts longer there than anybody sits. */
@Schema(name = "TooShort")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TooShort(
    @Schema(required = true) String permanenceId,
    @Schema(description = "The workshop, or the partner; absent: the house's own clerks")
        @Nullable Text name,
    @Schema(required = true, description = "The longest appointment that it has room for")
        int minutes) {}

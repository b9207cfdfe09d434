package fr.porteouverte.queue.counter;

import fr.porteouverte.queue.order.Serves;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A counter as a manager enters it. Everybody in the waiting room reads its name. */
@Schema(name = "CounterForm")
public record CounterForm(
    @NotBlank @Size(max = 60) @Schema(examples = "Guichet 1") String name,
    @NotNull Serves serves,
    @Size(max = 100) @Schema(description = "Of serves=procedures: one at least")
        @Nullable List<String> procedureIds,
    @Schema(description = "Of serves=permanence: one of this house")
        @Nullable String permanenceId) {}

package fr.porteouverte.imports.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was looked at, and where the file is wanted although people wrote something else. */
@Schema(name = "ImportApplyRequest")
record ApplyRequest(
    @NotBlank @Size(max = 64) @Schema(required = true, description = "Of what was looked at")
        String digest,
    @Size(max = 10_000)
        @Schema(description = "Fields that are kept unless they are named here; absent: none")
        @Nullable List<@NotNull @Valid Take> take) {

  /** A field of a row. */
  @Schema(name = "ImportTake")
  record Take(
      @NotBlank @Size(max = 40) @Schema(required = true, description = "Of the row") String key,
      @NotBlank @Size(max = 40) @Schema(required = true, examples = "phone") String field) {}

  Choices choices() {
    Map<String, Set<String>> fields = new HashMap<>();
    if (take != null) {
      take.forEach(
          one -> fields.computeIfAbsent(one.key(), key -> new HashSet<>()).add(one.field()));
    }
    return new Choices(fields);
  }
}

package fr.porteouverte.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field that a file says otherwise. */
@Schema(name = "FieldDifference")
public record FieldDifference(
    @Schema(required = true, examples = "durationMinutes") String field,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "As JSON text; null: it is empty")
        @Nullable String here,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "As JSON text; null: it is empty")
        @Nullable String file,
    @Schema(required = true, description = "It was adapted here: what is here stays")
        boolean kept) {}

package fr.porteouverte.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report with a page of its findings, in the order of the file's rows. */
public record ImportDetail(
    @Schema(required = true) ImportView report,
    @Schema(required = true) List<FindingView> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        @Nullable String nextCursor) {}

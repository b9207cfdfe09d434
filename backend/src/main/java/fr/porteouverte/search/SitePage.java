package fr.porteouverte.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of houses.
 *
 * @param place null, and absent in the answer, when none was named
 */
public record SitePage(
    @Schema(description = "What was understood; absent when no place was named")
        @Nullable PlaceView place,
    @Schema(required = true, description = "Nearest first, or with sort=soonest the soonest first")
        List<FoundSite> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        @Nullable String nextCursor) {}

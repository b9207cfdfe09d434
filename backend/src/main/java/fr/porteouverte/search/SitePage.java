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
    @Schema(
            required = true,
            description =
                "true: place is only the likeliest of what may be meant; whoever named it should be"
                    + " asked")
        boolean placeGuessed,
    @Schema(required = true, description = "What else may be meant, the likeliest first")
        List<PlaceView> otherPlaces,
    @Schema(required = true, description = "Nearest first, or with sort=soonest the soonest first")
        List<FoundSite> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {

  static SitePage of(@Nullable Where where, List<FoundSite> items, @Nullable String nextCursor) {
    return where == null
        ? new SitePage(null, false, List.of(), items, nextCursor)
        : new SitePage(where.place(), where.guessed(), where.others(), items, nextCursor);
  }
}

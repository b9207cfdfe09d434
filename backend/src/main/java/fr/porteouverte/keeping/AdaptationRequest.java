package fr.porteouverte.keeping;

import fr.porteouverte.procedure.AdaptationForm;
import fr.porteouverte.procedure.NeededDocument;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a house does otherwise, as it sends it. */
@Schema(name = "AdaptationForm")
public record AdaptationRequest(
    @Schema(
            minimum = "5",
            maximum = "480",
            description = "Time with the visitor, in steps of 5 minutes; absent: the network's")
        @Nullable Integer durationMinutes,
    @Schema(
            description =
                "Papers beyond the network's, or asked for otherwise than it does: at most 50")
        @Nullable List<NeededDocument> added,
    @Schema(description = "Codes of papers of the network that the house does not ask for")
        @Nullable List<String> removed,
    @Schema(
            maxLength = 500,
            description = "What the house says of the papers in its own words; absent: nothing")
        @Nullable String note) {

  AdaptationForm of(String site, String procedure) {
    return new AdaptationForm(
        site,
        procedure,
        durationMinutes,
        added == null ? List.of() : added,
        removed == null ? List.of() : removed,
        note);
  }
}

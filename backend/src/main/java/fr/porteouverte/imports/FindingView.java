package fr.porteouverte.imports;

import fr.porteouverte.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding as the API shows it. */
@Schema(name = "ImportFinding")
public record FindingView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "Line of the file; 0: about no line") int row,
    @Schema(description = "The row's own identifier") @Nullable String officialId,
    @Schema(required = true, examples = "wrong-postcode") String kind,
    @Schema(required = true) Finding.Severity severity,
    @Schema(description = "What the file says") @Nullable String found,
    @Schema(description = "What was stored instead, or what the doubt is") @Nullable String kept) {

  static FindingView of(ImportFinding finding) {
    return new FindingView(
        Ids.of(finding.id()),
        finding.row(),
        finding.officialId(),
        finding.kind(),
        finding.severity(),
        finding.found(),
        finding.kept());
  }
}

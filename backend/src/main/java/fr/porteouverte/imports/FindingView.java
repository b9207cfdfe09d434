package fr.porteouverte.imports;

import fr.porteouverte.http.Ids;
import fr.porteouverte.text.Text;
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
    @Schema(required = true, description = "What was found, in words") Text what,
    @Schema(required = true, description = "How to mend it, in words") Text repair,
    @Schema(description = "What the file says") @Nullable String found,
    @Schema(description = "What was stored instead, or what the doubt is") @Nullable String kept) {

  static FindingView of(ImportFinding finding) {
    return new FindingView(
        Ids.of(finding.id()),
        finding.row(),
        finding.officialId(),
        finding.kind(),
        finding.severity(),
        FindingWords.what(finding.kind()),
        FindingWords.repair(finding.kind()),
        finding.found(),
        finding.kept());
  }
}

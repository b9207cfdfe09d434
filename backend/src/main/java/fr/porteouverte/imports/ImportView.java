package fr.porteouverte.imports;

import fr.porteouverte.http.Ids;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report in numbers. */
@Schema(name = "Import")
public record ImportView(
    @Schema(required = true) String id,
    @Schema(required = true) ImportKind kind,
    @Nullable String fileName,
    @Schema(required = true) OffsetDateTime startedAt,
    @Schema(required = true) OffsetDateTime finishedAt,
    @Schema(required = true, description = "created + updated + unchanged + refused") int rows,
    @Schema(required = true) int created,
    @Schema(required = true) int updated,
    @Schema(required = true) int unchanged,
    @Schema(required = true) int refused,
    @Schema(required = true, description = "How often what was found") List<FindingCount> counts) {

  /** How often something was found. */
  public record FindingCount(
      @Schema(required = true, examples = "wrong-postcode") String kind,
      @Schema(required = true) Finding.Severity severity,
      @Schema(required = true) long count) {}

  static ImportView of(ImportReport report, List<ImportReports.Count> counts) {
    return new ImportView(
        Ids.of(report.id()),
        report.kind(),
        report.fileName(),
        report.startedAt().atOffset(ZoneOffset.UTC),
        report.finishedAt().atOffset(ZoneOffset.UTC),
        report.rows(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.refused(),
        counts.stream()
            .map(count -> new FindingCount(count.kind(), count.severity(), count.count()))
            .toList());
  }
}

package fr.porteouverte.imports;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import in numbers. */
@Schema(name = "Import")
public record ImportView(
    @Schema(required = true) String id,
    @Schema(required = true) ImportKind kind,
    @Schema(required = true) ImportState state,
    @Schema(required = true, description = "Per cent of the work that runs") int progress,
    @Nullable String fileName,
    @Schema(description = "A username; absent: of before it was noted") @Nullable String by,
    @Schema(required = true) OffsetDateTime startedAt,
    @Schema(description = "Absent: what it would change is not known yet")
        @Nullable OffsetDateTime finishedAt,
    @Schema(
            required = true,
            description = "created + updated + kept + leftOut + unchanged + refused")
        int rows,
    @Schema(required = true) int created,
    @Schema(required = true) int updated,
    @Schema(required = true, description = "Adapted here, and not written") int kept,
    @Schema(required = true, description = "Archived here") int leftOut,
    @Schema(required = true) int unchanged,
    @Schema(required = true) int refused,
    @Schema(required = true, description = "Here, and not in the file: they stay") int gone,
    @Schema(description = "Of what would change: send it when you apply") @Nullable String digest,
    @Schema(required = true, description = "It would change something else by now: look again")
        boolean stale,
    @Nullable OffsetDateTime undoneAt,
    @Nullable String undoneBy,
    @Schema(required = true, description = "How often what was found") List<FindingCount> counts)
    implements Made {

  /** How often something was found. */
  public record FindingCount(
      @Schema(required = true, examples = "wrong-postcode") String kind,
      @Schema(required = true) Finding.Severity severity,
      @Schema(required = true) long count) {}

  @Override
  public String location() {
    return "/imports/" + id;
  }

  public static ImportView of(ImportReport report, List<ImportReports.Count> found) {
    ImportCounts counts = report.counts();
    return new ImportView(
        Ids.of(report.id()),
        report.kind(),
        report.state(),
        report.progress(),
        report.fileName(),
        report.actor(),
        report.startedAt().atOffset(ZoneOffset.UTC),
        moment(report.finishedAt()),
        counts.rows(),
        counts.created(),
        counts.updated(),
        counts.kept(),
        counts.leftOut(),
        counts.unchanged(),
        counts.refused(),
        counts.gone(),
        report.digest(),
        report.stale(),
        moment(report.undoneAt()),
        report.undoneBy(),
        found.stream()
            .map(count -> new FindingCount(count.kind(), count.severity(), count.count()))
            .toList());
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}

package fr.porteouverte.catalogue;

import fr.porteouverte.http.Ids;
import fr.porteouverte.register.RegisterKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a file. */
@Schema(name = "CatalogueImport")
public record CatalogueImportView(
    @Schema(description = "Absent: it changed nothing, so nothing was written") @Nullable String id,
    @Schema(description = "Of the catalogue; absent: a table") @Nullable String version,
    @Schema(description = "Of the table; absent: the catalogue") @Nullable RegisterKind kind,
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "A username") String by,
    @Schema(required = true) Differences.Counts counts,
    @Schema(description = "Absent: it holds") @Nullable OffsetDateTime undoneAt,
    @Nullable String undoneBy) {

  static CatalogueImportView of(CatalogueImport made) {
    Instant undone = made.undoneAt();
    return new CatalogueImportView(
        Ids.of(made.id()),
        made.version(),
        made.kind(),
        made.at().atOffset(ZoneOffset.UTC),
        made.actor(),
        made.counts(),
        undone == null ? null : undone.atOffset(ZoneOffset.UTC),
        made.undoneBy());
  }
}

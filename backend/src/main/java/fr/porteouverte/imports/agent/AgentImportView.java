package fr.porteouverte.imports.agent;

import fr.porteouverte.catalogue.Differences;
import fr.porteouverte.http.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table of agents that was brought in. */
@Schema(name = "AgentImport")
record AgentImportView(
    @Schema(required = true) String id,
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "A username") String by,
    @Schema(required = true, description = "created: invited") Differences.Counts counts,
    @Schema(description = "Absent: it holds") @Nullable OffsetDateTime undoneAt,
    @Nullable String undoneBy) {

  static AgentImportView of(AgentImport made) {
    Instant undone = made.undoneAt();
    return new AgentImportView(
        Ids.of(made.id()),
        made.at().atOffset(ZoneOffset.UTC),
        made.actor(),
        made.counts(),
        undone == null ? null : undone.atOffset(ZoneOffset.UTC),
        made.undoneBy());
  }
}

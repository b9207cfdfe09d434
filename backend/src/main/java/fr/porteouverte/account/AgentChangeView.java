package fr.porteouverte.account;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of an agent's history. */
@Schema(name = "AgentChange")
record AgentChangeView(
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "Who did it; \"system\": nobody") String by,
    @Schema(required = true) AgentHistory.What what,
    @Schema(description = "The name, role and places before") @Nullable String before,
    @Schema(description = "The same, after") @Nullable String after) {

  static AgentChangeView of(AgentHistory.Entry entry) {
    return new AgentChangeView(
        entry.at().atOffset(ZoneOffset.UTC),
        entry.byAgent(),
        AgentHistory.What.valueOf(entry.what()),
        entry.beforeChange(),
        entry.afterChange());
  }
}

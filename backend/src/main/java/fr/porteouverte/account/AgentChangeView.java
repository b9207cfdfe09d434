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
    @Schema(description = "The same, after") @Nullable String after,
    @Schema(description = "What they were before, to be sent as a change: the way back")
        @Nullable AgentDraft was) {

  static AgentChangeView of(AgentHistory.Entry entry, @Nullable AgentDraft was) {
    return new AgentChangeView(
        entry.at().atOffset(ZoneOffset.UTC),
        entry.byAgent(),
        AgentHistory.What.valueOf(entry.what()),
        entry.beforeChange(),
        entry.afterChange(),
        was);
  }
}

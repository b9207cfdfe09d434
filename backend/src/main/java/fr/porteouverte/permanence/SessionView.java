package fr.porteouverte.permanence;

import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.site.OpeningMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who will be at a house, when, and for what. */
@Schema(name = "Session")
public record SessionView(
    @Schema(required = true) String id,
    @Schema(required = true) String permanenceId,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime start,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime end,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true) SessionState state,
    @Schema(description = "Why it is cancelled") String reason,
    @Schema(description = "By how much it begins late, in minutes") Integer lateMinutes,
    @Schema(required = true) Host host,
    @Schema(description = "Absent: the house's own clerks") PartnerRef partner,
    @Schema(required = true) List<ProcedureRef> procedures) {

  static SessionView of(Session session, ZoneId zone) {
    Permanence permanence = session.permanence();
    return new SessionView(
        Ids.of(session.id()),
        Ids.of(permanence.id()),
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        permanence.mode(),
        session.state(),
        session.reason(),
        session.lateMinutes(),
        permanence.host(),
        PartnerRef.of(permanence.partner()),
        permanence.procedures().stream()
            .sorted(Comparator.comparing(Procedure::id))
            .map(ProcedureRef::of)
            .toList());
  }
}

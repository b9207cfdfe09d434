package fr.porteouverte.session;

import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.StopView;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who will be at a house, when, and for what. */
@Schema(name = "Session")
public record SessionView(
    @Schema(required = true) String id,
    @Schema(required = true) String permanenceId,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime start,
    @Schema(required = true, description = "With the site's offset") OffsetDateTime end,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true) SessionState state,
    @Schema(
            description =
                "When its partner left, or will leave, before the end; what follows is off")
        @Nullable OffsetDateTime stoppedAt,
    @Schema(description = "Why it is cancelled, or was stopped") @Nullable String reason,
    @Schema(
            description =
                "Of one that the calendar took back: the house is closed, or changed its hours")
        @Nullable CancellationCause cause,
    @Schema(description = "By how much it begins late, in minutes") @Nullable Integer lateMinutes,
    @Schema(required = true) Host host,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(required = true) List<ProcedureRef> procedures,
    @Schema(description = "What is on, when it has a name of its own") @Nullable Text title,
    @Schema(description = "Where it is, when not at the house's address") @Nullable StopView stop,
    @Schema(description = "Places in what is still to come of it; absent: none can be booked")
        @Nullable Integer places,
    @Schema(description = "How many of the places are free") @Nullable Integer remaining,
    @Schema(description = "The event of which it is a workshop") @Nullable String eventCode) {

  static SessionView of(Session session, ZoneId zone, SessionFacts.Facts facts) {
    Permanence permanence = session.permanence();
    return new SessionView(
        Ids.of(session.id()),
        Ids.of(permanence.id()),
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        permanence.mode(),
        session.shown(),
        session.stoppedAt() == null ? null : session.lastsUntil().atZone(zone).toOffsetDateTime(),
        session.reason(),
        facts.cause(),
        session.lateMinutes(),
        permanence.host(),
        PartnerRef.ofHost(permanence.partner()),
        permanence.procedures().stream()
            .sorted(Comparator.comparing(Procedure::id))
            .map(ProcedureRef::of)
            .toList(),
        permanence.title(),
        facts.stop(),
        facts.places(),
        facts.remaining(),
        facts.eventCode());
  }
}

package fr.porteouverte.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.SiteSummary;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as its partner's agents and the staff of its house see it. */
@Schema(name = "AgentSession")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentSessionView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) String siteId,
    @Schema(required = true) SiteSummary site,
    @Schema(required = true) String permanenceId,
    @Schema(description = "What people call it; absent: it goes by its partner's name")
        @Nullable Text title,
    @Schema(required = true, description = "Local day of the house") LocalDate date,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true) SessionState state,
    @Schema(
            required = true,
            description = "Nobody confirmed in time, or before it was over; not the same as absent")
        boolean unconfirmed,
    @Schema(required = true, description = "By when the partner should have confirmed")
        OffsetDateTime confirmBy,
    @Schema(required = true) Host host,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(required = true) List<ProcedureRef> procedures,
    @Schema(description = "Who of the partner comes; absent: not said")
        @Nullable ColleagueView agent,
    @Schema(description = "By how much it begins late, in minutes") @Nullable Integer lateMinutes,
    @Schema(
            description =
                "When the partner left, or will leave, before the end; what follows is off")
        @Nullable OffsetDateTime stoppedAt,
    @Schema(description = "Why it is cancelled, or was stopped") @Nullable String reason,
    @Schema(
            description =
                "Of one that the calendar took back: the house is closed, or changed its hours")
        @Nullable CancellationCause cause,
    @Schema(description = "Whether the partner came; absent: nobody noted it")
        @Nullable PartnerAttendance partnerAttendance,
    @Schema(required = true, description = "People who have an appointment") int booked,
    @Schema(required = true, description = "0: it takes no appointments") int places,
    @Schema(description = "Where in the house") @Nullable String room,
    @Schema(required = true, description = "No longer in the calendar, but somebody is booked")
        boolean withdrawn,
    @Schema(required = true, description = "What may be done with it now")
        Set<SessionState.Action> actions)
    implements Versioned {

  /** An agent of a partner. */
  @Schema(name = "Colleague")
  public record ColleagueView(
      @Schema(required = true) String username,
      @Schema(required = true) String firstName,
      @Schema(required = true) String lastName) {

    static ColleagueView of(Person person) {
      return new ColleagueView(person.username(), person.firstName(), person.lastName());
    }
  }

  /**
   * @param agent null: not said who comes
   * @param cause null: the calendar did not take it back
   */
  static AgentSessionView of(
      Session session,
      @Nullable ColleagueView agent,
      SessionLoads.Load load,
      @Nullable CancellationCause cause,
      Instant now) {
    Permanence permanence = session.permanence();
    ZoneId zone = permanence.site().zone();
    return new AgentSessionView(
        Ids.of(session.id()),
        session.version(),
        Ids.of(session.siteId()),
        SiteSummary.of(permanence.site()),
        Ids.of(permanence.id()),
        permanence.title(),
        session.date(),
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        permanence.mode(),
        session.state(),
        session.unconfirmed(now),
        session.confirmBy().atZone(zone).toOffsetDateTime(),
        permanence.host(),
        PartnerRef.ofHost(permanence.partner()),
        permanence.procedures().stream()
            .sorted(Comparator.comparing(Procedure::id))
            .map(ProcedureRef::of)
            .toList(),
        agent,
        session.lateMinutes(),
        session.stoppedAt() == null ? null : session.lastsUntil().atZone(zone).toOffsetDateTime(),
        session.reason(),
        cause,
        session.partnerAttendance(),
        load.booked(),
        load.places(),
        permanence.particulars().room(),
        session.withdrawn(),
        session.actions(now));
  }
}

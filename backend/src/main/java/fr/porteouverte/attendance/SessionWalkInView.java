package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.SeenTickets.WalkIn;
import fr.porteouverte.queue.TicketState;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who came to a session without an appointment: a number, never a name. */
@Schema(name = "SessionWalkIn")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionWalkInView(
    @Schema(required = true) String ticketId,
    @Schema(required = true) String number,
    @Schema(required = true) TicketState state,
    @Schema(required = true) OffsetDateTime arrivedAt,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(
            required = true,
            description =
                "What may be noted now, as the queue has the person; attended also with `received`")
        Set<Outcome> outcomes,
    @Schema(description = "Absent: nothing is noted") @Nullable AttendanceView attendance) {

  /**
   * @param noted null: nothing
   */
  static SessionWalkInView of(WalkIn walkIn, @Nullable Attendance noted, ZoneId zone) {
    return new SessionWalkInView(
        Long.toString(walkIn.seen().id()),
        walkIn.seen().number(),
        walkIn.seen().state(),
        walkIn.seen().arrivedAt().atZone(zone).toOffsetDateTime(),
        walkIn.procedure(),
        new TreeSet<>(Whereabouts.ofWalkIn(walkIn.seen(), false).outcomes()),
        AttendanceView.of(noted, zone));
  }
}

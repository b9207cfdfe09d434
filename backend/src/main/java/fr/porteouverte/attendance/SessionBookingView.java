package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Discretion;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.queue.TicketState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who comes to a session. */
@Schema(name = "SessionBooking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionBookingView(
    @Schema(required = true) String reference,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true) String firstName,
    @Schema(
            required = true,
            description = "For the partner its initial, but on the day itself and for a week after")
        String lastName,
    @Schema(description = "E.164; for the partner on the day itself only") @Nullable String phone,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true, description = "Papers to bring") List<DocumentView> documents,
    @Schema(required = true, description = "Continues an earlier visit") boolean followUp,
    @Schema(required = true, description = "The outcome of the visit once it is noted")
        Status status,
    @Schema(required = true) boolean arrived,
    @Nullable TicketRef ticket,
    @Schema(
            required = true,
            description =
                "What may be noted now, as the queue has the person; attended also with `received`")
        Set<Outcome> outcomes,
    @Schema(description = "Absent: nothing is noted") @Nullable AttendanceView attendance) {

  /** Where a visit stands. */
  public enum Status {
    booked,
    arrived,
    attended,
    absent,
    excused
  }

  /** Where somebody who has arrived stands. */
  @Schema(name = "SessionTicket")
  public record TicketRef(
      @Schema(required = true) String number, @Schema(required = true) TicketState state) {}

  /**
   * @param ticket null: none
   * @param noted null: nothing
   */
  static SessionBookingView of(
      Visitor visitor, @Nullable Seen ticket, @Nullable Attendance noted, Discretion discretion) {
    return new SessionBookingView(
        visitor.reference(),
        visitor.start().atZone(visitor.zone()).toOffsetDateTime(),
        visitor.end().atZone(visitor.zone()).toOffsetDateTime(),
        visitor.firstName(),
        discretion.lastName(visitor.lastName()),
        discretion.phone(visitor.phone()),
        visitor.procedure(),
        visitor.documents(),
        visitor.followUp(),
        status(visitor, noted),
        visitor.state() == BookingState.arrived,
        ticket == null ? null : new TicketRef(ticket.number(), ticket.state()),
        new TreeSet<>(Whereabouts.ofBooking(ticket, visitor.partnerId()).outcomes()),
        AttendanceView.of(noted, visitor.zone()));
  }

  private static Status status(Visitor visitor, @Nullable Attendance noted) {
    if (noted != null) {
      return Status.valueOf(noted.outcome().name());
    }
    return visitor.state() == BookingState.arrived ? Status.arrived : Status.booked;
  }
}

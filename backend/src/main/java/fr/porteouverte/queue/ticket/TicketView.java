package fr.porteouverte.queue.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.board.Stranded;
import fr.porteouverte.queue.order.CallOrder;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket as staff of the house see it. Times carry the site's offset. */
@Schema(name = "Ticket")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "Shows the person's own place, to anybody who has it")
        String publicId,
    @Schema(required = true, examples = "A012") String number,
    @Schema(required = true) TicketState state,
    @Schema(required = true) TicketOrigin origin,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(description = "Absent: the house's own clerks") @Nullable String permanenceId,
    @Schema(description = "Absent: a walk-in") @Nullable BookingRef booking,
    @Schema(required = true) OffsetDateTime arrivedAt,
    @Schema(description = "When the person is to be called before walk-ins")
        @Nullable OffsetDateTime dueAt,
    @Schema(required = true) boolean priority,
    @Schema(description = "Where the person is, or was last") @Nullable String counterId,
    @Nullable OffsetDateTime calledAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime endedAt,
    @Schema(required = true) int calls,
    @Schema(
            description =
                "Absent when called and back in line: not called by \"next\" before; only who"
                    + " waits")
        @Nullable OffsetDateTime callableAt,
    @Schema(required = true, description = "Arrived too late for the appointment") boolean late,
    @Schema(description = "1: next among those whom the same counters may serve; only who waits")
        @Nullable Integer place,
    @Schema(description = "Why there; only who waits") CallOrder.@Nullable Reason reason,
    @Schema(
            description =
                "Why the number was given, or passed on, though the house was closed, the permanence"
                    + " over, or no number left")
        @Nullable String exceptionReason,
    @Schema(description = "Only who waits; absent: see noEstimate") @Nullable WaitEstimate estimate,
    @Schema(description = "Who waits and has no estimate") @Nullable NoEstimate noEstimate,
    @Schema(description = "The permanence will not serve them: to be passed on. Absent: it will")
        @Nullable Stranded stranded,
    @Schema(required = true, description = "What may be done with it now")
        List<TicketAction> allowed,
    @Schema(description = "Of the change that an undo takes back; absent: there is none")
        @Nullable Long seq,
    @Schema(required = true, description = "Grows with each change: for If-Match of each command")
        int version)
    implements Versioned, Made {
  @Override
  public String location() {
    return "/tickets/" + publicId;
  }

  /** Who was expected. */
  @Schema(name = "TicketBooking")
  public record BookingRef(
      @Schema(required = true) String reference,
      @Schema(required = true) String firstName,
      @Schema(required = true) String lastName,
      @Schema(required = true) OffsetDateTime start) {

    public static @Nullable BookingRef of(Arrivals.@Nullable Person person, ZoneId zone) {
      return person == null
          ? null
          : new BookingRef(
              person.reference(),
              person.firstName(),
              person.lastName(),
              person.start().atZone(zone).toOffsetDateTime());
    }
  }
}

package fr.porteouverte.queue.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.OpeningMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house's day, as its staff see it and print it. */
@Schema(name = "Agenda")
public record AgendaView(
    @Schema(required = true) LocalDate date,
    @Schema(required = true, examples = "Europe/Paris") String zone,
    @Schema(required = true) String siteName,
    @Schema(required = true, description = "By start") List<AgendaSession> sessions,
    @Schema(
            required = true,
            description =
                "Who may come that day though the house moved or cancelled their appointment:"
                    + " nobody could tell them yet")
        List<UntoldBooking> untold) {

  /** Somebody who does not know. */
  @Schema(name = "UntoldBooking")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UntoldBooking(
      @Schema(required = true) String reference,
      @Schema(required = true, description = "cancelled, or booked at `start`") BookingState status,
      @Schema(required = true, description = "When they believe that they are expected")
          OffsetDateTime expectedAt,
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) String firstName,
      @Schema(required = true) String lastName,
      @Schema(description = "E.164") @Nullable String phone,
      @Schema(required = true) ProcedureRef procedure) {}

  /** A session with those who are expected. */
  @Schema(name = "AgendaSession")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AgendaSession(
      @Schema(required = true) String id,
      @Schema(required = true) String permanenceId,
      @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) OffsetDateTime end,
      @Schema(required = true) OpeningMode mode,
      @Schema(required = true) SessionState state,
      @Schema(description = "When the partner left, or will leave, before the end")
          @Nullable OffsetDateTime stoppedAt,
      @Schema(required = true, description = "No longer in the calendar, but somebody is booked")
          boolean withdrawn,
      @Schema(required = true, description = "People served at once") int capacity,
      @Schema(required = true, description = "By start") List<AgendaBooking> bookings) {}

  /** Somebody who is expected or has arrived. */
  @Schema(name = "AgendaBooking")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AgendaBooking(
      @Schema(required = true) String reference,
      @Schema(required = true) BookingState status,
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) OffsetDateTime end,
      @Schema(required = true) String firstName,
      @Schema(required = true) String lastName,
      @Schema(description = "E.164") @Nullable String phone,
      @Schema(description = "The relative or helper who booked") @Nullable String bookedBy,
      @Schema(required = true) ProcedureRef procedure,
      @Nullable AgendaTicket ticket,
      @Schema(required = true, description = "Arrived, or not there yet, beyond the grace")
          boolean late) {}

  /** Where somebody who has arrived stands. */
  @Schema(name = "AgendaTicket")
  public record AgendaTicket(
      @Schema(required = true) String id,
      @Schema(required = true) String number,
      @Schema(required = true) TicketState state) {

    static @Nullable AgendaTicket of(@Nullable Ticket ticket) {
      return ticket == null
          ? null
          : new AgendaTicket(Ids.of(ticket.id()), ticket.number(), ticket.state());
    }
  }
}

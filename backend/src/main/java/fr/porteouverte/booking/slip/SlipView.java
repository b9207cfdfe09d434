package fr.porteouverte.booking.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.SiteSummary;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the paper says, as it is now: no name, no address, no other appointment. */
@Schema(name = "Slip")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlipView(
    @Schema(required = true) String reference,
    @Schema(required = true) BookingState status,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true) SiteSummary site,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true, description = "Papers to bring") List<DocumentView> documents,
    @Schema(description = "What the house says of them in its own words; absent: nothing")
        @Nullable String note,
    @Schema(required = true, description = "Last moment to cancel") OffsetDateTime changeableUntil,
    @Schema(required = true) boolean changeable,
    @Schema(required = true, description = "The house took the appointment away")
        boolean cancelledByHouse,
    @Schema(description = "Who or what took it away, as far as it is known")
        @Nullable CancellationCause cause) {

  /**
   * @param cause null: nobody took it away, or it is not known who
   */
  static SlipView of(
      BookingView booking, boolean cancelledByHouse, @Nullable CancellationCause cause) {
    return new SlipView(
        booking.reference(),
        booking.status(),
        booking.start(),
        booking.end(),
        booking.site(),
        booking.partner(),
        booking.procedure(),
        booking.documents(),
        booking.note(),
        booking.changeableUntil(),
        booking.changeable(),
        cancelledByHouse,
        cause);
  }
}

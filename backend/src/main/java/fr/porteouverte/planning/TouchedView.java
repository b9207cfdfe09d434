package fr.porteouverte.planning;

import fr.porteouverte.http.Ids;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.slot.SlotView;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking that a change touches: somebody decides what becomes of it. */
@Schema(name = "Touched")
public record TouchedView(
    @Schema(required = true) String reference,
    @Schema(required = true) String firstName,
    @Schema(required = true) String lastName,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true) String sessionId,
    @Schema(required = true, description = "False: its session falls, nobody can stay in it")
        boolean mayKeep,
    @Schema(
            required = true,
            description =
                "The nearest slots after the change, nearest first. The id of one that the change"
                    + " makes is good for its decisions only")
        List<SlotView> proposals) {

  static TouchedView of(
      fr.porteouverte.booking.StandingBooking booking,
      ProcedureRef procedure,
      boolean mayKeep,
      java.time.ZoneId zone,
      List<SlotView> proposals) {
    return new TouchedView(
        booking.reference(),
        booking.firstName(),
        booking.lastName(),
        booking.start().atZone(zone).toOffsetDateTime(),
        booking.end().atZone(zone).toOffsetDateTime(),
        procedure,
        Ids.of(booking.sessionId()),
        mayKeep,
        proposals);
  }
}

package fr.porteouverte.booking.slip;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A booking opened by what stands on its paper: the reference and a short code. For everybody. */
@Path("/booking-openings")
@Tag(name = "bookings")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SlipResource {
  @Inject SlipOpenings openings;

  @POST
  @Operation(
      operationId = "openBookingBySlip",
      summary = "What the paper of a booking says, as it is now",
      description =
          "404 not-found for a wrong code and for a reference that nobody has. After a few wrong"
              + " codes, of one reference or from one address, 429 too-many-codes, whatever is"
              + " typed, until Retry-After. The code is in the body, never in an address.")
  public SlipView open(@Valid @NotNull SlipRequest request) {
    return openings.open(request);
  }

  @POST
  @Path("/cancellation")
  @Operation(
      operationId = "cancelBookingBySlip",
      summary = "Cancel by the paper; the place is free at once",
      description =
          "Refused as the opening is. Again: the same answer. 409 too-late-to-change past the"
              + " deadline.")
  public SlipView cancel(@Valid @NotNull SlipRequest request) {
    return openings.cancel(request);
  }
}

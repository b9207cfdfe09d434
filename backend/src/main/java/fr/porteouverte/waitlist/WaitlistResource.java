package fr.porteouverte.waitlist;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The wish to come earlier. Opens as the booking does: with its secret, or to staff of its house.
 * To take what is offered, reschedule the booking to its slot.
 */
@Path("/bookings/{reference}/waitlist-entry")
@Tag(name = "bookings")
@PermitAll
public class WaitlistResource {
  private static final String SECRET = "Booking-Secret";

  @Inject WaitlistService service;

  @GET
  @Operation(
      operationId = "getWaitlistEntry",
      summary = "Does this person wait for an earlier slot, and is one kept for them?")
  public WaitlistView get(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return service.look(reference, secret);
  }

  @PUT
  @Operation(
      operationId = "joinWaitlist",
      summary = "Wish for an earlier slot",
      description =
          "Places that are freed are offered in turn, each to one person at a time. Asking again"
              + " keeps one's turn. 409 conflict where it is not possible.")
  public WaitlistView ask(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return service.ask(reference, secret);
  }

  @DELETE
  @Operation(
      operationId = "leaveWaitlist",
      summary = "Take the wish back",
      description = "A live offer ends with it, and goes to the next in turn.")
  public WaitlistView takeBack(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return service.takeBack(reference, secret);
  }

  @POST
  @Path("/refusal")
  @Operation(
      operationId = "refuseWaitlistOffer",
      summary = "Leave what is offered to the next in turn",
      description = "The wish stays. Without a live offer nothing changes.")
  public WaitlistView refuse(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return service.refuse(reference, secret);
  }
}

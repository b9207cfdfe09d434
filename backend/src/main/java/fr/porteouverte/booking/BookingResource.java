package fr.porteouverte.booking;

import fr.porteouverte.booking.change.BookingCommands;
import fr.porteouverte.booking.change.CancellationRequest;
import fr.porteouverte.booking.change.RescheduleRequest;
import fr.porteouverte.booking.proof.Takers;
import fr.porteouverte.booking.visitor.ContactByRequest;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Bookings of the public. One opens with its secret, in the header {@code Booking-Secret}, or
 * without it to staff of its house; a wrong secret and an unknown reference get the same 404.
 */
@Path("/bookings")
@Tag(name = "bookings")
@PermitAll
public class BookingResource {
  private static final String SECRET = "Booking-Secret";

  /** Decision 030. */
  private static final String SEEN =
      " With If-Match (its ETag) only as it was seen: 412 stale says who did what meanwhile.";

  @Inject BookingService service;
  @Inject BookingCommands commands;
  @Inject BookingReader reader;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject Takers takers;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BookingView.class)))
  @Operation(
      operationId = "createBooking",
      summary = "Book a slot, from a hold or directly",
      description =
          "409 slot-taken or slot-closed come with the nearest alternatives. A hold serves one"
              + " booking: with another key, 409 hold-used. 429 proof-needed: somebody without a"
              + " login takes more than one address, one house or bookings without contact may; the"
              + " same goes again with the solved challenge as `Proof`. 429 call-the-house: no"
              + " proof helps any more. The answer alone tells the secret. Staff of the house need"
              + " no contact, notice or quota.")
  public BookingView create(
      @HeaderParam("Browser-Id") @Nullable UUID browser,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @HeaderParam(Takers.HEADER) @Nullable String proof,
      @Valid @NotNull BookingRequest request) {
    return service.book(
        request,
        caller.actor(),
        takers.of(proof),
        idempotency.token("bookings", caller.scope(browser), key, request));
  }

  @GET
  @Path("/{reference}")
  @Operation(
      operationId = "getBooking",
      summary = "One's own booking, or one of one's house",
      description = "With its secret; staff of the house need none, only their login.")
  public BookingView get(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return reader.read(reference, secret);
  }

  @POST
  @Path("/{reference}/cancellation")
  @Consumes("application/json")
  @Operation(
      operationId = "cancelBooking",
      summary = "Cancel; the place is free at once",
      description =
          "Again: the same answer, and nobody is told twice. 409 too-late-to-change past the"
              + " deadline. Staff of the house may until the end of the appointment; unless they"
              + " say `told`, the person gets a message."
              + SEEN)
  public BookingView cancel(
      String reference,
      @HeaderParam(SECRET) @Nullable String secret,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @RequestBody(
              required = false,
              content = @Content(schema = @Schema(implementation = CancellationRequest.class)))
          CancellationRequest request) {
    return commands.cancel(reference, secret, ifMatch, request, token(reference, key, request));
  }

  private Idempotency.Token token(
      String reference, @Nullable String key, @Nullable CancellationRequest request) {
    return idempotency.token(
        "cancellations:" + Reference.normalise(reference),
        caller.scope(null),
        key,
        request == null ? "" : request);
  }

  /** Without a body, whatever its type is said to be. */
  @POST
  @Path("/{reference}/cancellation")
  @Consumes("*/*")
  @Operation(hidden = true)
  public BookingView cancel(
      String reference,
      @HeaderParam(SECRET) @Nullable String secret,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return commands.cancel(reference, secret, ifMatch, null, token(reference, key, null));
  }

  @POST
  @Path("/{reference}/reschedule")
  @Operation(
      operationId = "rescheduleBooking",
      summary = "Move to another slot of the same procedure",
      description =
          "All or nothing: when the new slot is taken (409) the booking stays where it was. Safe to"
              + " repeat: moving to the slot it has changes nothing. 409 hold-used: another booking"
              + " came of the hold. Staff move to slots of their own houses, without notice."
              + SEEN)
  public BookingView reschedule(
      String reference,
      @HeaderParam(SECRET) @Nullable String secret,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull RescheduleRequest request) {
    return commands.move(reference, secret, ifMatch, request);
  }

  @PUT
  @Path("/{reference}/contact-by")
  @Operation(
      operationId = "setContactBy",
      summary = "How the person wants messages about this booking",
      description =
          "400 for a way for which the booking has no address. `none` is always possible.")
  public BookingView contactBy(
      String reference,
      @HeaderParam(SECRET) @Nullable String secret,
      @Valid @NotNull ContactByRequest request) {
    return commands.reachBy(reference, secret, request.contactBy());
  }

  @GET
  @Path("/{reference}/calendar.ics")
  @Produces("text/calendar;charset=UTF-8")
  @Operation(
      operationId = "getBookingCalendar",
      summary = "The booking for a calendar (RFC 5545)",
      description =
          "The UID stays through every move, SEQUENCE grows; METHOD:CANCEL once it is cancelled.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
  public Response calendar(String reference, @HeaderParam(SECRET) @Nullable String secret) {
    return Response.ok(reader.calendar(reference, secret))
        .header(
            "Content-Disposition",
            "attachment; filename=\"rendez-vous-" + Reference.normalise(reference) + ".ics\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}

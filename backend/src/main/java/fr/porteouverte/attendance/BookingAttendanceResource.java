package fr.porteouverte.attendance;

import fr.porteouverte.access.Role;
import fr.porteouverte.attendance.AttendanceView.History;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of a booking. For its partner and staff of its house; others hear 404. */
@Path("/bookings/{reference}/attendance")
@Tag(name = "attendance")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class BookingAttendanceResource {
  @Inject AttendanceService service;
  @Inject Unsaying unsaying;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "markBooking",
      summary = "Notes what became of the visit, or corrects it",
      description =
          "From the beginning of the session on. Needs If-Match: `\"0\"` for the first time, else the version seen. Both versions are kept.")
  public AttendanceView mark(
      @PathParam("reference") String reference,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Mark mark) {
    return service.ofBooking(reference, ifMatch, mark);
  }

  @DELETE
  @Operation(
      operationId = "unmarkBooking",
      summary = "Takes back all that was noted of the visit",
      description =
          "Needs If-Match with the version seen; repeated, it answers the same. What was noted stays in the history, as taken back. A session that only marks had noted as held is no longer when none does.")
  public void unmark(
      @PathParam("reference") String reference, @HeaderParam("If-Match") @Nullable String ifMatch) {
    unsaying.ofBooking(reference, ifMatch);
  }

  @GET
  @Operation(
      operationId = "getBookingAttendance",
      summary = "What was noted of the visit, with the ETag that a correction needs")
  public History get(@PathParam("reference") String reference) {
    return service.historyOfBooking(reference);
  }
}

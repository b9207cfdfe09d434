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

/** What became of a visit that was counted. For staff of its house; others hear 404. */
@Path("/counted-visits/{id}/attendance")
@Tag(name = "attendance")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class CountedAttendanceResource {
  @Inject CountedVisits visits;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "markCountedVisit",
      summary = "Says more of a visit that was counted, or corrects it",
      description =
          "Needs If-Match with the version seen; `\"0\"` once it was taken back. The outcome is"
              + " attended: otherwise there was no visit to count.")
  public @Nullable AttendanceView mark(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Mark mark) {
    return visits.note(id, ifMatch, mark);
  }

  @DELETE
  @Operation(
      operationId = "unmarkCountedVisit",
      summary = "Takes a counted visit back",
      description =
          "Needs If-Match with the version seen; repeated, it answers the same. It is counted no"
              + " more, and stays in its history.")
  public void unmark(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    visits.unsay(id, ifMatch);
  }

  @GET
  @Operation(
      operationId = "getCountedVisitAttendance",
      summary = "What was noted of the visit, with the ETag that a correction needs")
  public History get(@PathParam("id") String id) {
    return visits.history(id);
  }
}

package fr.porteouverte.attendance;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who comes to a session. For its partner and staff of its house; others hear 404. */
@Path("/sessions/{id}")
@Tag(name = "attendance")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class SessionPeopleResource {
  @Inject SessionPeople people;

  @GET
  @Path("/bookings")
  @Operation(
      operationId = "listSessionBookings",
      summary = "Who comes, for what, with which papers, by start",
      description =
          "A partner's agent reads of each person what the day needs: the full name from the day"
              + " itself until a week later, the telephone on the day itself.")
  public Page<SessionBookingView> list(@PathParam("id") long id) {
    return Page.whole(people.list(id));
  }

  @GET
  @Path("/walk-ins")
  @Operation(
      operationId = "listSessionWalkIns",
      summary = "Who came without an appointment, by arrival",
      description =
          "The numbers of the session's permanence on its day, without who left unserved. What"
              + " became of each is noted at the ticket's attendance.")
  public Page<SessionWalkInView> walkIns(@PathParam("id") long id) {
    return Page.whole(people.walkIns(id));
  }

  @POST
  @Path("/all-present")
  @Operation(
      operationId = "markAllPresent",
      summary = "Whose time has come and of whom nothing is noted was there",
      description =
          "From the beginning of the session on: 409 not-begun. May be repeated. Who still waits, was"
              + " missed, left or was passed on is not marked; who was never registered only when the"
              + " house registers nobody of this session. `notMarked` says who was left out.")
  public AllPresentView allPresent(@PathParam("id") long id) {
    return people.allPresent(id);
  }

  @POST
  @Path("/all-present/undo")
  @Operation(
      operationId = "undoAllPresent",
      summary = "Takes that back, within five minutes, by the same agent",
      description = "What was corrected since stays. After the five minutes it changes nothing.")
  public Page<SessionBookingView> undo(@PathParam("id") long id) {
    return Page.whole(people.undoAllPresent(id));
  }
}

package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came of an event: of the whole for its owners, of the own part for who takes part. */
@Path("/events/{code}/figures")
@Tag(name = "events")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class FiguresResource {
  @Inject Events events;
  @Inject EventRights rights;
  @Inject EventSessions sessions;
  @Inject EventFigures figures;
  @Inject Access access;

  @GET
  @Transactional
  @Operation(
      operationId = "getEventFigures",
      summary = "How many places, bookings and people each workshop had, and all together",
      description =
          "Numbers only; nobody's name. Who takes part with a workshop and does not own the event"
              + " sees those of her own houses.")
  public FiguresView get(@PathParam("code") String code) {
    Event event = events.byCode(code).orElseThrow(NotFound::new);
    rights.requireTakesPart(event);
    boolean whole = rights.owns(event);
    return figures.of(
        sessions.of(event).stream()
            .filter(session -> whole || access.actsAt(Ids.parse(session.siteId())))
            .toList());
  }
}

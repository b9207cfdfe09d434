package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Open-door weeks and workshops: seen by everybody, prepared by managers. */
@Path("/events")
@Tag(name = "events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EventResource {
  @Inject EventService service;
  @Inject Access access;
  @Inject Client caller;
  @Inject Idempotency idempotency;

  @GET
  @Search
  @PermitAll
  @Operation(
      operationId = "listEvents",
      summary = "The published events that are not over, by date",
      description =
          "With mine=true for managers and admins: those that they prepare or prepared, drafts and"
              + " past ones too, the latest first.")
  public Page<EventView> list(@QueryParam("mine") @DefaultValue("false") boolean mine) {
    if (!mine) {
      return Page.whole(service.published());
    }
    if (!access.caller().is(Role.MANAGER) && !access.caller().is(Role.ADMIN)) {
      throw new ForbiddenException();
    }
    return Page.whole(service.mine());
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(
      operationId = "getEvent",
      summary = "One event with its workshops, and the ETag that an edit needs",
      description =
          "404 for a draft, except for its owners and the managers of houses that take part.")
  public EventView get(@PathParam("code") String code) {
    return service.get(code);
  }

  @POST
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @ResponseStatus(201)
  @APIResponseSchema(value = EventView.class, responseCode = "201")
  @Operation(
      operationId = "createEvent",
      summary = "A new event; its code is made of its French title")
  public EventView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull EventForm form) {
    return service.create(form, idempotency.token("events", caller.scope(null), key, form));
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeEvent",
      summary = "Changes an event's words and days; publishes it or takes it back",
      description =
          "Needs If-Match. For who entered it, a manager of every house that it was made for, and"
              + " admins; who only added a workshop is not one of them. What is booked stays booked"
              + " when it is taken back.")
  public EventView change(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull EventForm form) {
    return service.change(code, ifMatch, form);
  }

  @DELETE
  @Path("/{code}")
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "deleteEvent",
      summary = "Removes an event of which nobody ever booked a workshop",
      description =
          "For its owners as above. 403 when workshops of other houses are part of it; 409"
              + " conflict when there are bookings: cancel the sessions, take it back.")
  public void delete(@PathParam("code") String code) {
    service.remove(code);
  }
}

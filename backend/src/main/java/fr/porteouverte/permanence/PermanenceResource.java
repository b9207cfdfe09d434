package fr.porteouverte.permanence;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Page;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The recurring presences at the houses. For a manager of the house, and admins; clerks read. */
@Path("/permanences")
@Tag(name = "permanences")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PermanenceResource {
  @Inject PermanenceService service;
  @Inject Permanences permanences;
  @Inject Access access;
  @Inject Client caller;
  @Inject Idempotency idempotency;

  @GET
  @Transactional
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "listPermanences",
      summary = "The permanences of a house, or of all houses where one may act",
      description = "A clerk reads those of a house of hers, and so names it.")
  public Page<PermanenceView> list(
      @QueryParam("site") @Nullable Long siteId,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + Page.MOST,
                      defaultValue = "50"))
          @Nullable String pageLimit,
      @QueryParam("cursor") @Nullable String cursor) {
    FieldReader query = new FieldReader();
    int limit = query.limit(pageLimit, 50);
    query.check();
    Long after = cursor == null ? Long.valueOf(0) : FieldReader.id(Cursor.decode(cursor));
    if (after == null) {
      throw Cursor.refused();
    }
    return Page.of(
        permanences.after(after, where(siteId), limit + 1).stream()
            .map(PermanenceView::of)
            .toList(),
        limit,
        PermanenceView::id);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getPermanence",
      summary = "One permanence, with the ETag that an edit needs")
  public PermanenceView get(@PathParam("id") long id) {
    return service.get(id);
  }

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = PermanenceView.class, responseCode = "201")
  @Operation(
      operationId = "createPermanence",
      summary = "A new permanence; its slots can be booked at once")
  public PermanenceView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull PermanenceForm form) {
    return service.create(form, idempotency.token("permanences", caller.scope(null), key, form));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deletePermanence",
      summary = "Removes a permanence that nobody ever booked",
      description = "Needs If-Match. 409 conflict when there are bookings: give it a last day.")
  public void delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, ifMatch);
  }

  /**
   * @return ids of houses; null: all of them
   */
  private @Nullable Set<Long> where(@Nullable Long siteId) {
    if (siteId != null) {
      access.requireSite(siteId);
      return Set.of(siteId);
    }
    CurrentAgent caller = access.caller();
    if (!caller.is(Role.MANAGER) && !caller.is(Role.ADMIN)) {
      throw new ForbiddenException();
    }
    return caller.is(Role.ADMIN) ? null : caller.sites();
  }
}

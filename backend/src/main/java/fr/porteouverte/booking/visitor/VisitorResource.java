package fr.porteouverte.booking.visitor;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/**
 * The person of a booking, put right by staff of its house or a system of its place; others do not
 * find it. Not by the private link: whoever was passed it could send the next messages elsewhere.
 */
@Path("/bookings/{reference}/visitor")
@Tag(name = "bookings")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN, Role.INTEGRATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VisitorResource {
  @Inject VisitorCorrections corrections;

  @GET
  @Operation(
      operationId = "getVisitor",
      summary = "The person of a booking, with the version to correct",
      description =
          "For staff of its house; others do not find it. A system with bookings:write reads in its"
              + " own places how and in which language the person is reached, and the version; no"
              + " name and no address.")
  public VisitorDetails get(@PathParam("reference") String reference) {
    return corrections.read(reference);
  }

  @PUT
  @Operation(
      operationId = "correctVisitor",
      summary = "Corrects the person of a booking: name, e-mail, telephone, language",
      description =
          "Needs If-Match. A system does it in its own places, with bookings:write; its answer names"
              + " nobody. The appointment stays as it is. What waits to be told goes to the new"
              + " address, in the new way; reminders are planned anew. 409 conflict once the"
              + " booking no longer says whose it was.")
  public VisitorDetails correct(
      @PathParam("reference") String reference,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull VisitorCorrection request) {
    return corrections.correct(reference, ifMatch, request);
  }
}

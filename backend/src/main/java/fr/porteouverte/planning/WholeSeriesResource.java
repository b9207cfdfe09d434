package fr.porteouverte.planning;

import fr.porteouverte.access.Role;
import fr.porteouverte.permanence.PermanenceForm;
import fr.porteouverte.permanence.PermanenceView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes a permanence as a whole where nobody is touched. For managers, and admins. */
@Path("/permanences")
@Tag(name = "permanences")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class WholeSeriesResource {
  @Inject Changes changes;

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "changePermanence",
      summary = "Changes a permanence; its free slots follow at once",
      description =
          "Needs If-Match. Nobody's booking is dropped: 409 decisions-missing names those that the"
              + " change touches (see changeSeries). 409 capacity-below-taken names the slots in"
              + " which more places are held.")
  public PermanenceView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull PermanenceForm form) {
    return changes.changeAll(id, form, ifMatch).permanence();
  }
}

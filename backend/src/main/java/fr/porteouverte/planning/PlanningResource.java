package fr.porteouverte.planning;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Plans permanences: what would happen, then the change itself. For managers, and admins. */
@Path("/")
@Tag(name = "permanences")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanningResource {
  @Inject Previews previews;
  @Inject Changes changes;

  @POST
  @Path("/permanence-previews")
  @Operation(
      operationId = "previewPermanence",
      summary = "What a permanence, or a change of one, would do; nothing is written",
      description =
          "Conflicts, sessions with their slots, and the bookings that need a decision. Conflicts"
              + " inform: none of them forbids to save.")
  public PreviewView preview(@Valid @NotNull PreviewRequest request, @Context HttpHeaders headers) {
    return previews.preview(request, language(headers));
  }

  @POST
  @Path("/permanence-changes")
  @Operation(
      operationId = "changeSeries",
      summary = "Changes one occurrence, this and following, or all, with those who are booked",
      description =
          "Needs If-Match: the version of the permanence; answers the new one as ETag. 409"
              + " decisions-missing names every booking that the change touches and nobody decided"
              + " about, those made meanwhile too. Sessions keep their ids, also when the series is"
              + " cut in two. 409 slot-taken or slot-closed names in `errors` the booking that"
              + " cannot move there.")
  public ChangeView change(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ChangeRequest request) {
    return changes.change(request, ifMatch);
  }

  private static Locale language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .filter(l -> l.getLanguage().equals("fr") || l.getLanguage().equals("en"))
        .findFirst()
        .orElse(Locale.FRENCH);
  }
}

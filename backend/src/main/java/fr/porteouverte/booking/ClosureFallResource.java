package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.ClosureRequest;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a closure would concern. For a manager of the house, and admins. */
@Path("/sites/{id}/closures/preview")
@Tag(name = "sites")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class ClosureFallResource {
  @Inject ClosureFalls falls;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @POST
  @Operation(
      operationId = "previewClosure",
      summary = "Whom a closure would concern",
      description = "Nothing is changed. For a manager of the house, and admins.")
  public Fall preview(@PathParam("id") String siteId, @Valid @NotNull ClosureRequest request) {
    long id = Ids.parse(siteId);
    access.requireSite(id);
    return transactions.call(
        () -> {
          Site site = sites.findByIdOptional(id).orElseThrow(NotFound::new);
          request.check(LocalDateTime.now(clock.withZone(site.zone())));
          return falls.foretell(site, request);
        });
  }
}

package fr.porteouverte.site;

import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One house of the register. */
@Path("/sites")
@Tag(name = "sites")
public class SiteResource {
  @Inject Sites sites;
  @Inject Closures closures;
  @Inject Clock clock;

  @GET
  @Path("/{id}")
  @PermitAll
  @Transactional
  @Operation(operationId = "getSite", summary = "A house with its opening hours and closures")
  public SiteDetail get(@PathParam("id") long id) {
    Site site = sites.visible(id).orElseThrow(NotFound::new);
    LocalDateTime now = LocalDateTime.now(clock.withZone(site.zone()));
    return SiteDetail.of(site, closures.notOver(site.id(), now), now.toLocalDate());
  }
}

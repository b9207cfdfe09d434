package fr.porteouverte.session;

import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When somebody is at a house next. Anybody may ask. */
@Path("/sites/{id}/next-sessions")
@Tag(name = "sites")
public class NextSessionsResource {
  @Inject Sites sites;
  @Inject PublicSessions sessions;

  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "listNextSessions",
      summary = "The next times that somebody is at a house, or that a bus stops, by start",
      description =
          "What is under way counts as next. Cancelled ones are there and say so. Public; known"
              + " about 13 weeks ahead.")
  public Page<SessionView> list(
      @PathParam("id") long id,
      @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(50) int limit) {
    Site site = sites.visible(id).orElseThrow(NotFound::new);
    return Page.whole(sessions.next(site, limit));
  }
}

package fr.porteouverte.search;

import fr.porteouverte.commune.Communes;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.session.PublicSessions;
import fr.porteouverte.session.SessionView;
import fr.porteouverte.site.SiteSummary;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When somebody is in one's village next. Anybody may ask. */
@Path("/communes/{insee}/next-sessions")
@Tag(name = "places")
public class CommuneSessionsResource {
  @Inject Communes communes;
  @Inject PublicSessions sessions;

  /** Who is in the village, and of which house. */
  @Schema(name = "CommuneSession")
  public record CommuneSession(
      @Schema(required = true) SiteSummary site, @Schema(required = true) SessionView session) {}

  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "listCommuneSessions",
      summary = "The next times that somebody is in a commune, by start",
      description =
          "At a house there, or where a bus or a round of another house stops. Cancelled ones are"
              + " there and say so.")
  public Page<CommuneSession> list(
      @PathParam("insee") String insee,
      @Parameter(description = "Only where a bus or a round stops; a house's own are many")
          @QueryParam("stops")
          @DefaultValue("false")
          boolean stops,
      @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(50) int limit) {
    if (!insee.matches("[0-9AB]{5}") || communes.findById(insee) == null) {
      throw new NotFound();
    }
    return Page.whole(
        sessions.nextIn(insee, stops, limit).stream()
            .map(there -> new CommuneSession(SiteSummary.of(there.site()), there.session()))
            .toList());
  }
}

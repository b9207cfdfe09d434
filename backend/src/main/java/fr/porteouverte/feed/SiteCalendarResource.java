package fr.porteouverte.feed;

import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who sits in a house when, for anybody's calendar: so one follows a bus. */
@Path("/sites/{id}/calendar.ics")
@Tag(name = "sites")
public class SiteCalendarResource {
  @Inject Sites sites;
  @Inject FeedSessions sessions;

  @GET
  @PermitAll
  @Transactional
  @Produces(CalendarAnswer.TYPE)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getSiteCalendar",
      summary = "Who will be at a house, as a calendar to follow (RFC 5545)",
      description = "Public. A cancelled session stays as STATUS:CANCELLED.")
  public Response read(
      @PathParam("id") long id,
      @QueryParam("lang") @Nullable String lang,
      @Context Request request) {
    Locale language = CalendarAnswer.language(lang);
    Site site = sites.visible(id).orElseThrow(NotFound::new);
    return CalendarAnswer.of(
        SessionCalendar.of(site.name(), sessions.ofSiteForAll(site.id()), language), request);
  }
}

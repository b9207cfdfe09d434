package fr.porteouverte.feed;

import fr.porteouverte.problem.NotFound;
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

/** A calendar at its secret address. A guessed one and a revoked one are the same 404. */
@Path("/feeds/{secret}.ics")
@Tag(name = "calendars")
public class FeedResource {
  @Inject CalendarFeeds feeds;
  @Inject FeedSessions sessions;
  @Inject FeedNames names;

  @GET
  @PermitAll
  @Transactional
  @Produces(CalendarAnswer.TYPE)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "readCalendarFeed",
      summary = "A followed calendar (RFC 5545), for calendar programs",
      description =
          "UIDs stay, SEQUENCE grows with every change, a cancelled session stays as"
              + " STATUS:CANCELLED. Two weeks back, about 13 weeks ahead. No personal data.")
  public Response read(
      @PathParam("secret") String secret,
      @QueryParam("lang") @Nullable String lang,
      @Context Request request) {
    Locale language = CalendarAnswer.language(lang);
    CalendarFeed feed = feeds.opened(FeedSecret.digest(secret)).orElseThrow(NotFound::new);
    return CalendarAnswer.of(
        SessionCalendar.of(names.of(feed).in(language), sessions.of(feed), language), request);
  }
}

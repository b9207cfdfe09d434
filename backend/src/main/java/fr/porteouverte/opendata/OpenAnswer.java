package fr.porteouverte.opendata;

import fr.porteouverte.http.Etag;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** An answer that anybody may keep for an hour: 304 while nothing changed. */
final class OpenAnswer {
  /** An hour, for browsers and for caches in between; a day, while the server is away. */
  private static final String KEEP = "public, max-age=3600, stale-if-error=86400";

  private OpenAnswer() {}

  static Response of(String body, Request request) {
    EntityTag tag = new EntityTag(Etag.digest(body.getBytes(StandardCharsets.UTF_8)));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(body) : unchanged)
        .tag(tag)
        .header("Cache-Control", KEEP)
        .build();
  }
}

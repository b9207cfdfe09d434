package fr.porteouverte.opendata;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An answer that anybody may keep and pages of any origin may read: 304 while nothing changed. */
final class OpenAnswer {
  /** An hour, for browsers and for caches in between; a day, while the server is away. */
  private static final String KEEP = "public, max-age=3600, stale-if-error=86400";

  private OpenAnswer() {}

  static Response of(String body, Request request) {
    EntityTag tag = new EntityTag(digest(body));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(body) : unchanged)
        .tag(tag)
        .header("Cache-Control", KEEP)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "ETag")
        .build();
  }

  private static String digest(String body) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

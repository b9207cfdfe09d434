package fr.porteouverte.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.access.PublicReads;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Who may keep an answer (RFC 9111). What anybody may read caches in between may hold, pages of any
 * origin may read, and nobody is sent twice while it stays the same. All else may have a person in
 * it: no browser and no proxy keeps it. What a resource says of itself stays.
 */
@Singleton
public class KeptAnswers {
  /** Before the other filters: {@code RateLimit} asks whether caches may keep it. */
  private static final int FIRST = 6000;

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  static final List<String> SECRETS =
      List.of(HttpHeaders.AUTHORIZATION, "Booking-Secret", "Link-Secret", "Device-Key");

  /** What may be taken, or fall, at any moment. */
  private static final Set<String> LIVE =
      Set.of(
          "listSlots",
          "listSlotsBySite",
          "searchSites",
          "getBoard",
          "getSiteStatus",
          "listNextSessions",
          "listSiteSessions",
          "listCommuneSessions");

  /**
   * A browser asks each time, and mostly hears that nothing changed: whoever has just booked or
   * edited something sees it. A cache in between answers by itself for some seconds.
   */
  private static final String KEEP = "public, max-age=0, s-maxage=60, stale-if-error=86400";

  private static final String KEEP_LIVE = "public, max-age=0, s-maxage=5";
  private static final String EXPOSED =
      "ETag, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Deprecation, Sunset, Link";

  /** Java's own RFC_1123_DATE_TIME leaves out the zero before a day of one digit. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** Asked for at the first answer: filters are made before it is there. */
  @Inject Instance<ObjectMapper> json;

  @Inject Clock clock;

  @ServerResponseFilter(priority = FIRST)
  public void tell(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    boolean open =
        PublicReads.is(resource.getResourceMethod())
            && SECRETS.stream().noneMatch(name -> request.getHeaderString(name) != null);
    if (open) {
      headers.putSingle("Access-Control-Allow-Origin", "*");
      headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
    }
    if (!open || response.getStatus() >= 400) {
      say(headers, "no-store");
      return;
    }
    boolean live = LIVE.contains(PublicReads.name(resource.getResourceMethod()));
    say(headers, live ? KEEP_LIVE : KEEP);
    if (live) {
      headers.putSingle(HttpHeaders.DATE, date(clock.instant()));
    }
    // Whoever has logged in may see more.
    headers.putSingle(HttpHeaders.VARY, "Accept-Encoding, Authorization");
    tag(request, response);
  }

  /** A moment as headers have it (RFC 9110, 5.6.7), to the second. */
  public static String date(Instant moment) {
    return HTTP_DATE.format(moment.atOffset(ZoneOffset.UTC));
  }

  private static void say(MultivaluedMap<String, Object> headers, String kept) {
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, kept);
    }
  }

  private void tag(ContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    if (response.getStatus() != 200 || entity == null) {
      return;
    }
    Object own = response.getHeaders().getFirst(HttpHeaders.ETAG);
    String tag = own == null ? written(response, entity) : own.toString();
    if (tag != null && Etag.unchanged(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }

  /**
   * Writes it once: what is counted is what is sent.
   *
   * @return its tag; null: it is no JSON
   */
  private @Nullable String written(ContainerResponseContext response, Object entity) {
    MediaType type = response.getMediaType();
    if (type != null && !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
      return null;
    }
    byte[] body = json(entity);
    response.setEntity(
        new Written(body), response.getEntityAnnotations(), type == null ? JSON : type);
    String tag =
        entity instanceof Versioned versioned ? Etag.of(versioned.version(), body) : Etag.of(body);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    return tag;
  }

  private byte[] json(Object entity) {
    try {
      return json.get().writeValueAsBytes(entity);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

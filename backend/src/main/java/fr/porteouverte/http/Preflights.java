package fr.porteouverte.http;

import fr.porteouverte.access.PublicReads;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A browser asks first whether a page of another origin may send more than a plain GET: {@code
 * If-None-Match}, so that it is not sent the same again. To what anybody may read, it may; what
 * else it asks for hears nothing that would let it.
 */
@Singleton
public class Preflights {
  private static final String PREFLIGHT = "porte-ouverte.preflight";

  /** Before anybody is asked who they are: a preflight never says. */
  private static final int FIRST = 1;

  private static final String A_DAY = "86400";

  /** Asked as the GET that it is about, to find what that would read. */
  @ServerRequestFilter(preMatching = true)
  public void ask(ContainerRequestContext request) {
    if (HttpMethod.OPTIONS.equals(request.getMethod())
        && request.getHeaderString("Origin") != null
        && HttpMethod.GET.equals(request.getHeaderString("Access-Control-Request-Method"))) {
      request.setProperty(PREFLIGHT, true);
      request.setMethod(HttpMethod.GET);
    }
  }

  /** Answers in its stead: nothing is read. */
  @ServerRequestFilter(priority = FIRST)
  public @Nullable Response answer(ContainerRequestContext request, ResourceInfo resource) {
    if (request.getProperty(PREFLIGHT) == null) {
      return null;
    }
    Response.ResponseBuilder answer =
        Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (PublicReads.is(resource.getResourceMethod())) {
      answer
          .header("Access-Control-Allow-Origin", "*")
          .header("Access-Control-Allow-Methods", "GET")
          .header("Access-Control-Allow-Headers", "If-None-Match, Accept-Language")
          .header("Access-Control-Max-Age", A_DAY);
    }
    return answer.build();
  }
}

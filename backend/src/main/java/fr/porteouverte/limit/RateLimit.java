package fr.porteouverte.limit;

import fr.porteouverte.access.OwnToken;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.KeptPages;
import fr.porteouverte.http.LimitSettings;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the writes of one caller, and the searches, over a minute and over all processes ({@link
 * Allowance}), and tells them how they stand.
 */
@Singleton
public class RateLimit implements KeptPages.Toll {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String STANDING = RateLimit.class.getName();

  /** Asked for at the first request: filters are made before the settings are readable. */
  @Inject Instance<LimitSettings> settings;

  @Inject Instance<Limiter> limiter;
  @Inject Client caller;

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    Method operation = resource.getResourceMethod();
    LimitSettings most = settings.get();
    if (!READS.contains(request.getMethod())) {
      take(
          request,
          "writes",
          operation,
          most.writesPerMinuteAndAgent(),
          most.writesPerMinuteAndAddress());
    } else if (isSearch(operation)) {
      take(
          request,
          "searches",
          operation,
          most.searchesPerMinuteAndAgent(),
          most.searchesPerMinuteAndAddress());
    }
  }

  /** Not of an answer that caches may give to others. */
  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STANDING) instanceof Standing standing
        && !String.valueOf(response.getHeaderString(HttpHeaders.CACHE_CONTROL))
            .contains("public")) {
      response.getHeaders().putSingle("RateLimit-Policy", standing.policy());
      response.getHeaders().putSingle("RateLimit", standing.limit());
    }
  }

  @Override
  public boolean paid(HttpServerRequest request) {
    Rule rule = new Rule("searches", settings.get().searchesPerMinuteAndAddress(), MINUTE);
    return limiter.get().take(rule, Client.address(request)).granted();
  }

  private static boolean isSearch(@Nullable Method operation) {
    return operation != null && operation.isAnnotationPresent(Search.class);
  }

  private void take(
      ContainerRequestContext request,
      String kind,
      @Nullable Method operation,
      int ofAgent,
      int ofAddress) {
    // To ask who it is would refuse a token that is none of the login service's.
    boolean agent = !hasOwnToken(operation) && caller.agent();
    String who = agent ? caller.scope(null) : caller.address();
    Rule rule = new Rule(kind, agent ? ofAgent : ofAddress, MINUTE);
    Standing standing = limiter.get().take(rule, who);
    request.setProperty(STANDING, standing);
    if (!standing.granted()) {
      throw new Exceeded(standing.again());
    }
  }

  private static boolean hasOwnToken(@Nullable Method operation) {
    return operation != null && operation.isAnnotationPresent(OwnToken.class);
  }

  private static final class Exceeded extends ProblemException {
    private final transient Duration wait;

    Exceeded(Duration wait) {
      super(
          ProblemType.TOO_MANY_REQUESTS,
          "Attendez un instant avant de réessayer.",
          "Wait a moment before you try again.");
      this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
      return wait.plusMillis(999);
    }
  }
}

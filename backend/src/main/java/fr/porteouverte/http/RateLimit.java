package fr.porteouverte.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.porteouverte.access.OwnToken;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the writes of one caller, and the searches: a token bucket of each that fills again over a
 * minute. Each process counts for itself, so n replicas allow n times as much; it is a dam against
 * a flood, not an account.
 */
@Singleton
public class RateLimit {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Asked for at the first request: filters are made before the settings are readable. */
  @Inject Instance<LimitSettings> settings;

  @Inject Client caller;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(2)).build();

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    Method operation = resource.getResourceMethod();
    if (!READS.contains(request.getMethod())) {
      take(
          "",
          operation,
          settings.get().writesPerMinuteAndAgent(),
          settings.get().writesPerMinuteAndAddress());
    } else if (isSearch(operation)) {
      take(
          "search ",
          operation,
          settings.get().searchesPerMinuteAndAgent(),
          settings.get().searchesPerMinuteAndAddress());
    }
  }

  private static boolean isSearch(@Nullable Method operation) {
    return operation != null && operation.isAnnotationPresent(Search.class);
  }

  private void take(String kind, @Nullable Method operation, int ofAgent, int ofAddress) {
    // To ask who it is would refuse a token that is none of the login service's.
    boolean agent = !hasOwnToken(operation) && caller.agent();
    String who = kind + (agent ? caller.scope(null) : caller.address());
    int perMinute = agent ? ofAgent : ofAddress;
    ConsumptionProbe probe =
        buckets.get(who, key -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new Exceeded(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static boolean hasOwnToken(@Nullable Method operation) {
    return operation != null && operation.isAnnotationPresent(OwnToken.class);
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
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

package fr.porteouverte.operating;

import fr.porteouverte.http.KeptPages.AnsweredAgain;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * How long each operation of the contract takes until its answer begins, the wait for a worker
 * included. By the operation's name, never by an address: addresses have references in them.
 */
@Singleton
public class RequestTimes {
  private static final String BEGUN = RequestTimes.class.getName();

  @Inject CurrentVertxRequest current;

  /** Asked for at the first answer: filters are made before the registry is there. */
  @Inject Instance<MeterRegistry> registry;

  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Method, String> names = new ConcurrentHashMap<>();

  private record Key(String operation, int status) {}

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.put(BEGUN, System.nanoTime());
          context.next();
        },
        390);
  }

  @ServerResponseFilter
  public void answered(ContainerResponseContext response, ResourceInfo resource) {
    RoutingContext context = current.getCurrent();
    Long begun = context == null ? null : context.get(BEGUN);
    Method operation = resource.getResourceMethod();
    if (begun != null && operation != null) {
      timers
          .computeIfAbsent(new Key(name(operation), response.getStatus()), this::timer)
          .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
  }

  void again(@Observes AnsweredAgain answer) {
    timers
        .computeIfAbsent(new Key(answer.operation(), answer.status()), this::timer)
        .record(answer.nanos(), TimeUnit.NANOSECONDS);
  }

  private String name(Method operation) {
    return names.computeIfAbsent(operation, RequestTimes::named);
  }

  private static String named(Method method) {
    Operation described = method.getAnnotation(Operation.class);
    @Nullable String id = described == null ? null : described.operationId();
    return id == null || id.isEmpty() ? method.getName() : id;
  }

  private Timer timer(Key key) {
    return Timer.builder("porteouverte.requests")
        .description("Until the answer begins, by operation of the contract and status")
        .tag("operation", key.operation())
        .tag("status", Integer.toString(key.status()))
        .serviceLevelObjectives(
            Duration.ofMillis(50),
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5))
        .register(registry.get());
  }
}

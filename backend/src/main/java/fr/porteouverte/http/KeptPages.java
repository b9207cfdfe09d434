package fr.porteouverte.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.porteouverte.access.PublicReads;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers to searches that this process gave lately and would give again now: whoever asks for the
 * same address gets the same bytes, before anything else looks at the request. In a rush thousands
 * look at one calendar while little of it changes. What an answer depends on, and whether all of
 * that is still so, the operation says ({@link Truth}); nothing is given for being young. Decision
 * 063.
 *
 * <p>Only what anybody may read is kept, and only for those who show no secret and no login.
 */
@ApplicationScoped
public class KeptPages {
  private static final String TRUTH = KeptPages.class.getName();

  /** After the headers of all answers and the refusals of unreadable requests; before logins. */
  private static final int BEFORE_LOGINS = 210;

  /** After {@link KeptAnswers}, which writes the body and its tag. */
  private static final int ONCE_WRITTEN = 5000;

  private static final int MEGABYTE = 1 << 20;
  private static final Set<String> OF_ONE_ANSWER = Set.of("content-type", "date");
  private static final Set<String> JSON = Set.of("*/*", "application/json");

  /** Whether an answer is what would be answered now. Asked for each request: must be quick. */
  public interface Truth {

    /**
     * @return the moment of which it is known; null: it is not known, or not so any more
     */
    @Nullable Instant asOf();
  }

  /** What a search costs its caller, whoever answers it. */
  public interface Toll {

    /**
     * Takes one search of somebody who has not logged in.
     *
     * @return false: they have none left, which the operation itself will tell them
     */
    boolean paid(HttpServerRequest request);
  }

  /**
   * An operation was answered without being called.
   *
   * @param operation as the contract calls it
   * @param status of HTTP
   * @param nanos how long it took
   */
  public record AnsweredAgain(String operation, int status, long nanos) {}

  @Inject CurrentVertxRequest current;
  @Inject Instance<Toll> toll;
  @Inject Event<AnsweredAgain> answered;

  private final @Nullable Cache<String, KeptPage> pages;

  @Inject
  KeptPages(LimitSettings settings) {
    this.pages =
        settings.keptPagesMegabytes() == 0
            ? null
            : Caffeine.newBuilder()
                .maximumWeight((long) settings.keptPagesMegabytes() * MEGABYTE)
                .weigher((String address, KeptPage page) -> address.length() + page.weight())
                .build();
  }

  /** Not here: each is made anew. */
  public boolean areOff() {
    return pages == null;
  }

  /**
   * By the operation that answers this request: its answer may be given again while this holds.
   *
   * @param truth null: nobody could say
   */
  public void keepWhile(@Nullable Truth truth) {
    RoutingContext context = current.getCurrent();
    if (truth != null && context != null) {
      context.put(TRUTH, truth);
    }
  }

  void register(@Observes Filters filters) {
    if (pages != null) {
      filters.register(context -> answer(context, pages), BEFORE_LOGINS);
    }
  }

  private void answer(RoutingContext context, Cache<String, KeptPage> known) {
    HttpServerRequest request = context.request();
    KeptPage page = request.method() == HttpMethod.GET ? known.getIfPresent(request.uri()) : null;
    Instant asOf =
        page == null || !isForAll(request) || !fits(context) ? null : page.truth().asOf();
    if (page == null || asOf == null || !toll.get().paid(request)) {
      context.next();
      return;
    }
    long begun = System.nanoTime();
    context.response().headers().set(HttpHeaders.DATE, KeptAnswers.date(asOf));
    int status = send(page, request, context.response());
    answered.fire(new AnsweredAgain(page.operation(), status, System.nanoTime() - begun));
  }

  private static boolean isForAll(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return (accepted == null || JSON.contains(accepted))
        && KeptAnswers.SECRETS.stream().noneMatch(request.headers()::contains);
  }

  /** Who asks for one answer after another and takes none waits on the other way. */
  private static boolean fits(RoutingContext context) {
    return !context.response().writeQueueFull() && !context.response().ended();
  }

  private static int send(KeptPage page, HttpServerRequest request, HttpServerResponse response) {
    page.headers().forEach(header -> response.headers().set(header.getKey(), header.getValue()));
    if (Etag.unchanged(request.getHeader(HttpHeaders.IF_NONE_MATCH), page.tag())) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(304).end();
      return 304;
    }
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (encodings != null && encodings.contains("gzip") && !encodings.contains("q=")) {
      response.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.end(page.packed());
    } else {
      response.end(page.body());
    }
    return 200;
  }

  @ServerResponseFilter(priority = ONCE_WRITTEN)
  public void keep(ContainerResponseContext response, ResourceInfo resource) {
    RoutingContext context = current.getCurrent();
    Truth truth = context == null ? null : context.get(TRUTH);
    Method operation = resource.getResourceMethod();
    if (pages == null
        || truth == null
        || operation == null
        || response.getStatus() != 200
        || !(response.getEntity() instanceof Written written)
        || !PublicReads.is(operation)
        || !isForAll(context.request())) {
      return;
    }
    pages.put(
        context.request().uri(),
        new KeptPage(
            PublicReads.name(operation),
            String.valueOf(response.getHeaderString(HttpHeaders.ETAG)),
            headers(response),
            KeptPage.pack(written.body()),
            written.body().length,
            truth));
  }

  private static List<Map.Entry<String, String>> headers(ContainerResponseContext response) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    response
        .getHeaders()
        .forEach(
            (name, values) ->
                values.forEach(value -> headers.add(Map.entry(name, value.toString()))));
    headers.removeIf(header -> OF_ONE_ANSWER.contains(header.getKey().toLowerCase(Locale.ROOT)));
    headers.add(Map.entry(HttpHeaders.CONTENT_TYPE, response.getMediaType().toString()));
    return headers;
  }
}

package fr.porteouverte.opendata;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.http.AppHeaders;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.Wordless;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the app that others look for, with what they are about written into the app's index;
 * what is told to who searches (robots.txt, the map of the site). Any other page is the index as it
 * is: {@code AppFiles}.
 */
@ApplicationScoped
class PageRoutes {
  private static final Logger LOG = Logger.getLogger(PageRoutes.class);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** Just before the app's files. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT - 1;

  @Inject AppIndex index;
  @Inject AppHeaders headers;
  @Inject AppAddress app;
  @Inject Transactions transactions;
  @Inject HouseTold houses;
  @Inject ProcedureTold procedures;
  @Inject EventTold events;
  @Inject SiteMap map;

  void register(@Observes Router router) {
    if (index.html().isEmpty()) {
      return;
    }
    String plain = index.html().get();
    PageDocument document = new PageDocument(plain);
    page(router, "/", plain, document, context -> Optional.of(Front.PAGE));
    page(router, "/maisons/:id", plain, document, this::house);
    page(router, "/maisons", plain, document, this::procedure);
    page(router, "/creneau", plain, document, this::slot);
    page(router, "/evenements", plain, document, context -> Optional.of(events.all()));
    page(
        router,
        "/evenements/:code",
        plain,
        document,
        context -> Optional.ofNullable(context.pathParam("code")).flatMap(events::told));
    file(router, "/robots.txt", "text/plain", context -> Optional.of(Front.robots(app)));
    file(router, "/sitemap.xml", "application/xml", context -> Optional.of(map.whole()));
    file(
        router,
        "/sitemap-:part.xml",
        "application/xml",
        context ->
            Optional.ofNullable(number(context.pathParam("part")))
                .filter(part -> part < Integer.MAX_VALUE)
                .flatMap(part -> map.part(part.intValue())));
  }

  private Optional<PageTold> house(RoutingContext context) {
    return Optional.ofNullable(number(context.pathParam("id"))).flatMap(houses::house);
  }

  private Optional<PageTold> procedure(RoutingContext context) {
    return Optional.ofNullable(number(context.request().getParam("demarche")))
        .flatMap(procedures::told);
  }

  private Optional<PageTold> slot(RoutingContext context) {
    Long site = number(context.request().getParam("site"));
    Long procedure = number(context.request().getParam("demarche"));
    return site == null || procedure == null ? Optional.empty() : houses.procedure(site, procedure);
  }

  private static @Nullable Long number(@Nullable String typed) {
    return typed == null ? null : FieldReader.id(typed);
  }

  private void page(
      Router router,
      String path,
      String plain,
      PageDocument document,
      Function<RoutingContext, Optional<PageTold>> told) {
    route(
        router,
        path,
        context -> {
          Optional<PageTold> page;
          try {
            page = told(context, told);
          } catch (RuntimeException broken) {
            // The app itself says what is wrong, and tries again.
            LOG.warn("a page is sent without its words", Wordless.of(broken));
            send(context, OK, "text/html", plain);
            return;
          }
          // An address with a name of its own that nobody knows is no page; the app says so.
          boolean unknown = page.isEmpty() && path.contains(":");
          send(
              context,
              unknown ? NOT_FOUND : OK,
              "text/html",
              page.map(one -> document.of(one, app.of(one.path()))).orElse(plain));
        });
  }

  private void file(
      Router router, String path, String type, Function<RoutingContext, Optional<String>> content) {
    route(
        router,
        path,
        context -> {
          Optional<String> file = told(context, content);
          if (file.isEmpty()) {
            context.fail(NOT_FOUND);
          } else {
            send(context, OK, type, file.get());
          }
        });
  }

  @ActivateRequestContext
  <T> T told(RoutingContext context, Function<RoutingContext, T> read) {
    return transactions.call(() -> read.apply(context));
  }

  private static void route(
      Router router, String path, io.vertx.core.Handler<RoutingContext> handler) {
    router
        .route(path)
        .order(ORDER)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .blockingHandler(handler, false);
  }

  private void send(RoutingContext context, int status, String type, String body) {
    var sent = context.response().headers();
    // Quarkus marks every answer as "identity"; taking the mark away lets Vert.x compress it.
    sent.remove("Content-Encoding");
    headers.write(sent, context.normalizedPath(), status);
    context.response().setStatusCode(status).putHeader("Content-Type", type + ";charset=UTF-8");
    context.end(body);
  }
}

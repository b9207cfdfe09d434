package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A request goes on when its body is here, whole. Waiting for it takes no worker, so who sends half
 * a body keeps nobody from booking; after a while they are told 408. One address may have a bounded
 * number of requests under way.
 *
 * <p>Files of the national register are read while they come, by an administrator's worker; and
 * where an answer comes before the whole request, its connection does not stay for the rest.
 */
public class WholeBodies {
  private final ProblemAnswer answer;
  private final Duration patience;
  private final int mostOfOneAddress;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  WholeBodies(ProblemAnswer answer, LimitSettings settings) {
    this.answer = answer;
    this.patience = settings.bodyWithin();
    this.mostOfOneAddress = settings.bodiesUnderWayOfAnAddress();
  }

  void register(@Observes Filters filters) {
    filters.register(WholeBodies::watch, 330); // before whoever refuses
    filters.register(this::await, 290);
  }

  private static void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      context.addEndHandler(answered -> ConnectionWatch.answered(request.connection()));
    }
    context.next();
  }

  private void await(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || length.equals("0") || BodyLimit.isFile(context)) {
      context.next();
      return;
    }
    String address = Client.address(request);
    if (underWay.merge(address, 1, Integer::sum) > mostOfOneAddress) {
      leave(address);
      hangUp(
          context,
          new ProblemException(
              ProblemType.TOO_MANY_REQUESTS,
              "Trop de demandes inachevées depuis cette adresse.",
              "Too many unfinished requests from this address.") {
            @Override
            public Duration retryAfter() {
              return patience;
            }
          });
      return;
    }
    read(context, address);
  }

  private void read(RoutingContext context, String address) {
    HttpServerRequest request = context.request();
    long timer =
        context
            .vertx()
            .setTimer(
                patience.toMillis(),
                late ->
                    hangUp(
                        context,
                        new ProblemException(
                            ProblemType.REQUEST_TIMEOUT,
                            "Le contenu annoncé n’est pas arrivé.",
                            "The announced body did not arrive.")));
    request
        .body()
        .onComplete(
            body -> {
              context.vertx().cancelTimer(timer);
              leave(address);
              if (body.succeeded() && !context.response().ended()) {
                ((RoutingContextInternal) context).setBody(body.result());
                context.next();
              }
            });
    request.resume();
  }

  private void leave(String address) {
    underWay.computeIfPresent(address, (one, count) -> count == 1 ? null : count - 1);
  }

  private void hangUp(RoutingContext context, ProblemException refusal) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context.response().putHeader("Connection", "close");
    context.addEndHandler(ended -> context.request().connection().close());
    answer.send(context, refusal);
  }
}

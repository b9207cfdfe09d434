package fr.porteouverte.http;

import fr.porteouverte.problem.Languages;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemAnswer;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.text.Text;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is refused before an operation is reached, as a problem like every other refusal: an address
 * under {@code /api} that there is not, or that is too long or unreadable, and headers that are too
 * large.
 */
public class ServerRefusals {
  private static final Logger LOG = Logger.getLogger(ServerRefusals.class);
  private static final int AFTER_OPERATIONS = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 5_000;
  private static final int LONGEST_ADDRESS = 4_096;
  private static final int LARGEST_HEADERS = 16_384;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("\\s*[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+\\s*(;[^;]*)*");

  @Inject ProblemAnswer answer;

  void registerFilter(@Observes Filters filters) {
    filters.register(this::check, 320);
  }

  void registerRoutes(@Observes Router router) {
    router.route("/api*").order(AFTER_OPERATIONS).handler(this::notFound);
    router.errorHandler(400, this::failed);
    router
        .route("/api*")
        .order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT)
        .failureHandler(this::failed);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    readLanguages(request);
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    if (accepted != null && accepted.isBlank()) {
      request.headers().remove(HttpHeaders.ACCEPT); // as if there were none (RFC 9110, 12.5.1)
      accepted = null;
    }
    Integer unreadable = Unreadable.status(request);
    if (unreadable != null) {
      refuse(context, type(unreadable));
    } else if (request.uri().length() > LONGEST_ADDRESS) {
      refuse(context, ProblemType.ADDRESS_TOO_LONG);
    } else if (size(request) > LARGEST_HEADERS) {
      refuse(context, ProblemType.HEADERS_TOO_LARGE);
    } else if (!readable(Objects.requireNonNullElse(request.path(), ""))) {
      answer.send(context, new NotFound());
    } else if (context.normalizedPath().startsWith("/api")
        && accepted != null
        && !Arrays.stream(accepted.split(",")).allMatch(ServerRefusals::isMediaType)) {
      refuse(context, ProblemType.NOT_ACCEPTABLE);
    } else if (!isMediaType(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
      refuse(context, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    } else {
      context.next();
    }
  }

  private static boolean isMediaType(@Nullable String type) {
    return type == null || MEDIA_TYPE.matcher(type).matches();
  }

  /** What cannot be read of it makes libraries fail that also look at it. */
  private static void readLanguages(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (accepted != null) {
      request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, Languages.of(accepted).toLanguageTag());
    }
  }

  private static int size(HttpServerRequest request) {
    return request.headers().entries().stream()
        .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
        .sum();
  }

  /**
   * PostgreSQL refuses a NUL in any text; no name of ours has a control character, nor a semicolon,
   * which would cut the rest of a step off.
   */
  private static boolean readable(String path) {
    try {
      return path.indexOf(';') < 0
          && URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8)
              .chars()
              .noneMatch(one -> Character.isISOControl(one) || one == '\uFFFD');
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private void notFound(RoutingContext context) {
    answer.send(context, new NotFound());
  }

  private void refuse(RoutingContext context, ProblemType type) {
    context.response().putHeader("Connection", "close");
    answer.send(context, new ProblemException(type, (Text) null));
  }

  private static ProblemType type(int status) {
    return Arrays.stream(ProblemType.values())
        .filter(one -> one.status() == status)
        .findFirst()
        .orElse(ProblemType.INTERNAL);
  }

  private void failed(RoutingContext context) {
    if (context.response().headWritten() || context.response().ended()) {
      context.next();
      return;
    }
    RequestId.give(context);
    ProblemType type = type(context.statusCode());
    if (type == ProblemType.INTERNAL && context.failure() != null) {
      LOG.error("Unexpected fault", Wordless.of(context.failure()));
    }
    answer.send(context, new ProblemException(type, (Text) null));
  }
}

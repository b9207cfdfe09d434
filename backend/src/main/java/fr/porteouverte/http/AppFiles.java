package fr.porteouverte.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the built app from {@code porte-ouverte.app.directory} (absolute), when it is set, so that
 * one process is a whole installation. An address that is no file is one of the app's own pages;
 * those below {@code /cadre} are the booking as it stands in the frame of another site.
 */
public class AppFiles {
  private static final String INDEX = "/index.html";
  private static final Pattern WORTH_COMPRESSING =
      Pattern.compile(".*\\.(html|js|css|svg|json|webmanifest|txt)");

  @ConfigProperty(name = "porte-ouverte.app.directory")
  Optional<String> directory;

  @Inject AppHeaders headers;

  void register(@Observes Router router) {
    if (directory.isEmpty()) {
      return;
    }
    if (!Files.isReadable(Path.of(directory.get() + INDEX))) {
      throw new IllegalStateException(
          "porte-ouverte.app.directory has no index.html: " + directory.get());
    }
    StaticHandler files =
        StaticHandler.create(FileSystemAccess.ROOT, directory.get())
            .setFilesReadOnly(false)
            // Vert.x calls a file hidden when any folder above it is, and ./run keeps the app below
            // .porte-ouverte; what is hidden within the app is refused in serve.
            .setIncludeHidden(true);
    router
        .route()
        .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(context -> serve(context, files));
  }

  private void serve(RoutingContext context, StaticHandler files) {
    String path = context.normalizedPath();
    if (belongsToServer(path)) {
      context.next();
      return;
    }
    if (path.contains("/.")) {
      context.fail(404);
      return;
    }
    if (path.equals("/cadre") || path.startsWith("/cadre/")) {
      context.reroute(AppHeaders.FRAME);
      return;
    }
    if (isPage(path)) {
      context.reroute(INDEX);
      return;
    }
    MultiMap sent = context.response().headers();
    if (WORTH_COMPRESSING.matcher(path).matches()) {
      // Quarkus marks every answer as "identity"; taking the mark away lets Vert.x compress it.
      sent.remove("Content-Encoding");
    }
    context.addHeadersEndHandler(
        done -> headers.write(sent, path, context.response().getStatusCode()));
    files.handle(context);
  }

  private static boolean belongsToServer(String path) {
    return path.startsWith("/q/") || (path.startsWith("/api/") && !forIntegrators(path));
  }

  private static boolean forIntegrators(String path) {
    return path.startsWith("/api/guides/") || path.startsWith("/api/reference/");
  }

  /** The app's addresses have no dot in their last part, its files have one. */
  private static boolean isPage(String path) {
    return path.indexOf('.', path.lastIndexOf('/')) < 0;
  }
}

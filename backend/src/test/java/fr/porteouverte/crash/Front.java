package fr.porteouverte.crash;

import fr.porteouverte.support.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web server of an installation (Caddy), with its own settings, before the processes. */
final class Front implements AutoCloseable {
  /** Longer than its health checks are apart: then it knows who is there. */
  private static final Duration LOOKED_AGAIN = Duration.ofSeconds(4);

  private final Process process;
  private final int port;

  private Front(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Front of(Ground ground, Product... products) throws IOException {
    return of(ground, Ports.free(), Map.of(), products);
  }

  /**
   * @param port where it will be, which others had to know before
   * @param settings what it is told besides, of Keycloak
   */
  static Front of(Ground ground, int port, Map<String, String> settings, Product... products)
      throws IOException {
    Path app = Files.createDirectories(ground.folder().resolve("app"));
    Files.writeString(app.resolve("index.html"), "<!doctype html>");
    // The port of its health check is for one installation on a machine.
    Path file = ground.folder().resolve("Caddyfile");
    Files.writeString(
        file,
        Files.readString(Path.of("..", "frontend", "Caddyfile"))
            .replace("127.0.0.1:2015", "127.0.0.1:" + Ports.free()));
    ProcessBuilder builder =
        new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ground.folder().resolve("caddy.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PORTE_OUVERTE_URL", "http://localhost:" + port);
    environment.put("KEYCLOAK_INSIDE", "http://127.0.0.1:" + Ports.free());
    environment.put("APP_DIRECTORY", app.toString());
    environment.put("HOME", ground.folder().toString());
    environment.put(
        "API_ADDRESS",
        Stream.of(products).map(one -> "127.0.0.1:" + one.port()).collect(Collectors.joining(" ")));
    environment.putAll(settings);
    Front front = new Front(builder.start(), port);
    front.lookAgain();
    return front;
  }

  URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Until its next health check has seen it. */
  void awaitHealthy(Product product) {
    product.ready();
    lookAgain();
  }

  void lookAgain() {
    LockSupport.parkNanos(LOOKED_AGAIN.toNanos());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package fr.porteouverte.crash;

import fr.porteouverte.support.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The web server of an installation (Caddy), with its own settings, before two processes. */
final class Front implements AutoCloseable {
  /** Longer than its health checks are apart: then it knows who is there. */
  private static final Duration LOOKED_AGAIN = Duration.ofSeconds(4);

  private final Process process;
  private final int port;

  private Front(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Front of(Ground ground, Product one, Product other) throws IOException {
    int port = Ports.free();
    Path app = Files.createDirectories(ground.folder().resolve("app"));
    Files.writeString(app.resolve("index.html"), "<!doctype html>");
    // The port of its health check is for one installation on a machine.
    Path settings = ground.folder().resolve("Caddyfile");
    Files.writeString(
        settings,
        Files.readString(Path.of("..", "frontend", "Caddyfile"))
            .replace("127.0.0.1:2015", "127.0.0.1:" + Ports.free()));
    ProcessBuilder builder =
        new ProcessBuilder(
                "caddy", "run", "--adapter", "caddyfile", "--config", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ground.folder().resolve("caddy.log").toFile());
    builder.environment().put("PORTE_OUVERTE_URL", "http://localhost:" + port);
    builder
        .environment()
        .put("API_ADDRESS", "127.0.0.1:" + one.port() + " 127.0.0.1:" + other.port());
    builder.environment().put("APP_DIRECTORY", app.toString());
    builder.environment().put("HOME", ground.folder().toString());
    Front front = new Front(builder.start(), port);
    LockSupport.parkNanos(LOOKED_AGAIN.toNanos());
    return front;
  }

  URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Until its next health check has seen it. */
  void awaitHealthy(Product product) {
    product.ready();
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

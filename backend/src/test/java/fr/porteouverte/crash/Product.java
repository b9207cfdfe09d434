package fr.porteouverte.crash;

import fr.porteouverte.support.Ports;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process of the packaged product, which can be killed. */
final class Product {
  /** As ./run starts it; and it trusts the classes of its own build: there are fifty starts. */
  private static final List<String> SMALL =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx512m",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private final Process process;
  private final Path log;
  private final int port;

  private Product(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Returns before it is ready.
   *
   * @param name how it introduces itself to mail servers
   */
  static Product start(Ground ground, String name, Map<String, String> settings) {
    return start(ground, name, settings, "-XX:SharedArchiveFile=" + Archives.of(ground));
  }

  static Product start(Ground ground, String name, Map<String, String> settings, String archive) {
    String wanted = settings.get("QUARKUS_HTTP_PORT");
    int port = wanted == null ? Ports.free() : Integer.parseInt(wanted);
    List<String> command = new ArrayList<>();
    command.add(ground.java().toString());
    command.addAll(SMALL);
    command.addAll(List.of(archive, "-jar", "quarkus-run.jar"));
    Path log = ground.folder().resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ground.product().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", "" + port);
    environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    environment.put("QUARKUS_MAILER_OWN_HOST_NAME", name);
    environment.put("PORTE_OUVERTE_ACCOUNTS_PROVISION", "false");
    // The ground has just been made by the product's own scripts.
    environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    environment.put("QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY", "none");
    environment.put("PORTE_OUVERTE_CALENDAR_AT_START", "false");
    environment.put("PORTE_OUVERTE_SECRET_KEY", "only-for-tests-only-for-tests-only-for-tests");
    // Five hundred people book from this machine.
    environment.put("PORTE_OUVERTE_PROOF_OWN_NETWORKS", "127.0.0.0/8");
    environment.putAll(ground.settings());
    environment.putAll(settings);
    try {
      return new Product(builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One of several, as an installation has them.
   *
   * @param port the one that it had before, or 0
   */
  static Product behindTheFront(
      Ground ground, String name, int port, Map<String, String> settings) {
    return start(ground, name, behind(port, settings));
  }

  /**
   * Likewise, and it brings the schema up to its own version, and holds it against its own classes,
   * as it does in an installation.
   */
  static Product withItsSchema(Ground ground, String name, int port, Map<String, String> settings) {
    Map<String, String> all = behind(port, settings);
    all.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
    all.put("QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY", "validate");
    return start(ground, name, all, "-Xshare:auto");
  }

  private static Map<String, String> behind(int port, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("QUARKUS_HTTP_PORT", "" + (port == 0 ? Ports.free() : port));
    all.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    all.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
    all.put("QUARKUS_SHUTDOWN_DELAY", "4S");
    all.put("QUARKUS_SHUTDOWN_TIMEOUT", "10S");
    all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    all.put("PORTE_OUVERTE_TRANSPORT_LOCAL", "true");
    return all;
  }

  Product ready() {
    Instant until = Instant.now().plus(Duration.ofMinutes(5));
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        kill();
        throw new AssertionError("The product did not start; see " + log);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return this;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** What it said, where it says one JSON object a line; lines of the JVM's own are left out. */
  Stream<JsonPath> logged() {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("{"))
          .map(JsonPath::from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI api(String path) {
    return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
  }

  /** SIGKILL. Returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM: it finishes what it is at. */
  void stop() {
    process.destroy();
    await();
  }

  /** How it ended: 128 and the number of the signal. */
  int exitCode() {
    return process.exitValue();
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The product does not end; see " + log);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

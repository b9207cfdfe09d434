package fr.porteouverte.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A node of Keycloak, as its image starts it, which can be killed. Each has an address of loopback
 * of its own, so that all have the same ports, as in containers.
 */
final class LoginNode {
  static final String ADMIN = "keycloak-admin";
  static final String ADMINS_PASSWORD = "only-for-tests-only-for-tests";

  /** Where a node is. */
  record Place(Path home, String network, int port, int health) {
    String address(String name) {
      return network + (name.equals("one") ? ".1" : ".2");
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Process process;
  private final Path log;
  private final Place place;
  private final String name;

  private LoginNode(Process process, Path log, Place place, String name) {
    this.process = process;
    this.log = log;
    this.place = place;
    this.name = name;
  }

  /**
   * Returns before it is ready.
   *
   * @param name one or two
   * @param front what people call
   */
  static LoginNode start(Ground ground, Place place, String name, URI front) {
    Path log = ground.folder().resolve("keycloak-" + name + ".log");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", place.home().resolve("bin/kc.sh").toString()));
    // As the image's last line has it.
    command.addAll(List.of("start", "--optimized", "--cache=ispn", "--cache-stack=jdbc-ping"));
    command.add("--import-realm");
    command.add("--spi-theme--folder--dir=" + Path.of("keycloak", "themes").toAbsolutePath());
    command.add("--spi-cache-embedded--default--node-name=" + name);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    // As docker-compose.yml has it.
    environment.put("KC_DB_URL", ground.url().replace("/postgres?", "/keycloak?"));
    environment.put("KC_DB_USERNAME", "postgres");
    environment.put("KC_DB_PASSWORD", "postgres");
    environment.put("KC_DB_POOL_MAX_SIZE", "15");
    environment.put("KC_HOSTNAME", front + "/auth");
    environment.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
    environment.put("KC_HTTP_ENABLED", "true");
    environment.put("KC_PROXY_HEADERS", "xforwarded");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINS_PASSWORD);
    environment.put("PORTE_OUVERTE_APP_URL", front.toString());
    environment.put("PORTE_OUVERTE_SECOND_FACTOR_ROLES", "");
    environment.put("PORTE_OUVERTE_ACCOUNTS_SECRET", "only-for-tests");
    environment.put("PORTE_OUVERTE_OPERATOR_SECRET", "only-for-tests");
    environment.put("PORTE_OUVERTE_INTEGRATOR_SECRET", "only-for-tests");
    // A container has addresses of its own.
    environment.put("KC_HTTP_HOST", place.address(name));
    environment.put("KC_HTTP_PORT", "" + place.port());
    environment.put("KC_HTTP_MANAGEMENT_PORT", "" + place.health());
    environment.put("KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS", place.address(name));
    try {
      Path imports = Files.createDirectories(place.home().resolve("data/import"));
      Files.writeString(
          imports.resolve("porte-ouverte-realm.json"),
          Files.readString(Path.of("keycloak", "porte-ouverte-realm.json")));
      return new LoginNode(builder.start(), log, place, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoginNode ready() {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> isReady() || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("Keycloak did not start; see " + log);
    }
    return this;
  }

  private boolean isReady() throws InterruptedException {
    URI health =
        URI.create("http://" + place.address(name) + ":" + place.health() + "/health/ready");
    try {
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Itself, without the web server. */
  URI at(String path) {
    return URI.create("http://" + place.address(name) + ":" + place.port() + path);
  }

  /** SIGKILL. Returns when it is gone: the script that started it, and the server. */
  void kill() {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroyForcibly);
    ended(all);
  }

  private List<ProcessHandle> all() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void ended(List<ProcessHandle> all) {
    for (ProcessHandle one : all) {
      await("the end of Keycloak; see " + log)
          .atMost(Duration.ofMinutes(1))
          .until(() -> !one.isAlive());
    }
  }
}

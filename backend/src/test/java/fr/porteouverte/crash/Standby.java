package fr.porteouverte.crash;

import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL with a synchronous standby under Patroni, which keeps who leads in etcd: Debian's
 * packages, as {@code docs/operating.md} says. PostgreSQL does not run as root: then all of it is
 * nobody's.
 */
final class Standby implements Closeable {
  /** How long a leader that is silent stays the leader. Patroni allows no less. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final String NOBODY = "65534";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Process etcd;
  private final List<Node> nodes;

  private final Process[] patroni;
  private int dead = -1;

  private record Node(String name, int port, int control, Path settings) {}

  static Standby begin() {
    try {
      return new Standby();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Standby() throws IOException {
    folder = Files.createTempDirectory("standby-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int client = Ports.free();
    String clients = "http://127.0.0.1:" + client;
    String peers = "http://127.0.0.1:" + Ports.free();
    nodes = List.of(node("one", client), node("two", client));
    etcd =
        run(
            "etcd",
            List.of(
                "etcd",
                "--data-dir=" + own("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers));
    patroni = new Process[] {patroni(0), patroni(1)};
    awaitStandby();
  }

  private Path own(String name) throws IOException {
    Path path = Files.createDirectory(folder.resolve(name));
    if (root()) {
      Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
    }
    return path;
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private Node node(String name, int etcdPort) throws IOException {
    int port = Ports.free();
    int control = Ports.free();
    Path home = own(name);
    Path settings = folder.resolve(name + ".yml");
    Files.writeString(
        settings,
        """
        scope: trial
        name: %1$s
        restapi: {listen: "127.0.0.1:%2$d", connect_address: "127.0.0.1:%2$d"}
        etcd3: {hosts: "127.0.0.1:%3$d"}
        bootstrap:
          dcs:
            ttl: %4$d
            loop_wait: 2
            retry_timeout: 5
            synchronous_mode: true
            postgresql:
              use_pg_rewind: true
              parameters: {max_connections: 120, max_locks_per_transaction: 256, wal_log_hints: "on"}
          initdb: [encoding: UTF8, {locale: C.UTF-8}, {auth: trust}]
        postgresql:
          listen: 127.0.0.1:%5$d
          connect_address: 127.0.0.1:%5$d
          data_dir: %6$s/data
          bin_dir: %7$s
          pgpass: %6$s/pgpass
          authentication:
            superuser: {username: postgres, password: postgres}
            replication: {username: standby, password: standby}
          pg_hba: ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust", "local all all trust"]
          parameters: {unix_socket_directories: "%6$s"}
        """
            .formatted(name, control, etcdPort, LEASE.toSeconds(), port, home, binaries()));
    return new Node(name, port, control, settings);
  }

  /** Where Debian has the newest of its servers. */
  private static Path binaries() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.exists(bin.resolve("postgres")))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  private Process patroni(int which) throws IOException {
    Node node = nodes.get(which);
    return run(node.name(), List.of("patroni", node.settings().toString()));
  }

  private Process run(String name, List<String> program) throws IOException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    builder.environment().put("HOME", folder.toString());
    return builder.start();
  }

  /** Of whoever leads; the driver asks both again after a second. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=5"
        .formatted(nodes.get(0).port(), nodes.get(1).port());
  }

  private boolean says(Node node, String path) {
    try {
      URI address = URI.create("http://127.0.0.1:" + node.control() + path);
      HttpRequest question =
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).GET().build();
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int leader() {
    return says(nodes.get(0), "/primary") ? 0 : 1;
  }

  /** Until one leads and the other has all that was promised. */
  void awaitStandby() {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                nodes.stream().anyMatch(node -> says(node, "/primary"))
                    && nodes.stream().anyMatch(node -> says(node, "/synchronous")));
  }

  /** As when its machine dies: Patroni and its PostgreSQL, at once. The other one takes over. */
  void killLeader() throws IOException {
    int leader = leader();
    long server = server(leader);
    patroni[leader].destroyForcibly();
    ProcessHandle.of(server)
        .ifPresent(
            postmaster -> {
              List<ProcessHandle> all = postmaster.descendants().toList();
              postmaster.destroyForcibly();
              all.forEach(ProcessHandle::destroyForcibly);
            });
    dead = leader;
  }

  /** Its machine is there again; it follows who leads now. */
  void reviveDead() throws IOException {
    patroni[dead] = patroni(dead);
    awaitStandby();
  }

  private long server(int which) throws IOException {
    Path file = folder.resolve(nodes.get(which).name()).resolve("data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  /** PostgreSQL itself, as an operator does it; it goes on leading. */
  void restartLeader() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + nodes.get(leader()).control() + "/restart");
    HttpRequest order =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    var answer = http.send(order, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  @Override
  public void close() throws IOException {
    for (int which = 0; which < nodes.size(); which++) {
      patroni[which].destroy();
    }
    for (int which = 0; which < nodes.size(); which++) {
      ended(patroni[which]);
    }
    etcd.destroy();
    ended(etcd);
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private static void ended(Process process) {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

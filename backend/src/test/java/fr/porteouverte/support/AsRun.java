package fr.porteouverte.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The product as {@code ./run} has it: it serves the app, keeps its messages and reads real tokens,
 * against the tests' key. One start for three tests.
 */
public class AsRun implements QuarkusTestProfile {
  /** With more of a path than the issuer has: pages allow its origin only. */
  private static final String AUTHORITY = "https://login.example.org/auth/realms/porte-ouverte";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("porte-ouverte.app.directory", app().toString()),
        Map.entry("porte-ouverte.transport.local", "true"),
        Map.entry("porte-ouverte.transport.sms.receipt-token", Post.RECEIPT_TOKEN),
        // Where a test answers as another system would.
        Map.entry("porte-ouverte.outbound.plain-hosts", "localhost"),
        Map.entry("porte-ouverte.outbound.timeout", "3S"),
        // Where traces would go at once, if there were any: there are none without a collector of
        // ours, and an empty word, as docker-compose.yml says it, is none.
        Map.entry("porte-ouverte.traces.endpoint", ""),
        Map.entry("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + Ports.free()),
        Map.entry("quarkus.otel.bsp.schedule.delay", "50ms"),
        Map.entry("quarkus.oidc.tenant-enabled", "true"),
        Map.entry("quarkus.oidc.auth-server-url", ""),
        Map.entry("porte-ouverte.oidc.authority", AUTHORITY),
        Map.entry("quarkus.oidc.public-key", Bearer.publicKey()),
        Map.entry("quarkus.oidc.token.issuer", Bearer.ISSUER));
  }

  /** A tiny app in a hidden folder. */
  private static Path app() {
    try {
      Path app = Files.createTempDirectory(".app").toAbsolutePath();
      Files.createDirectory(app.resolve("assets"));
      Files.writeString(
          app.resolve("index.html"),
          "<!doctype html><html lang=\"fr\"><head><meta name=\"description\" content=\"x\" />"
              + "<title>Porte ouverte</title></head><body><div id=\"app\"></div>"
              + "<noscript><p>JavaScript</p></noscript></body></html>");
      Files.writeString(app.resolve("cadre.html"), "<!doctype html><title>Rendez-vous</title>");
      Files.writeString(app.resolve("assets/main-1a2b.js"), "console.log(1);".repeat(400));
      Files.createDirectory(app.resolve(".vite"));
      Files.writeString(app.resolve(".vite/manifest.json"), "not to be seen");
      Files.writeString(app.resolve("../outside.txt"), "not to be seen");
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

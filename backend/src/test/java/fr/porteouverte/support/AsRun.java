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
    return Map.of(
        "porte-ouverte.app.directory",
        app().toString(),
        "porte-ouverte.transport.local",
        "true",
        "porte-ouverte.transport.sms.receipt-token",
        Post.RECEIPT_TOKEN,
        "quarkus.oidc.tenant-enabled",
        "true",
        "quarkus.oidc.auth-server-url",
        "",
        "porte-ouverte.oidc.authority",
        AUTHORITY,
        "quarkus.oidc.public-key",
        Bearer.publicKey(),
        "quarkus.oidc.token.issuer",
        Bearer.ISSUER);
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

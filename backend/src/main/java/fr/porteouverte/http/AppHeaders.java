package fr.porteouverte.http;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a browser may do with the app's files: keep them, and talk to nobody but us and Keycloak.
 */
@ApplicationScoped
public class AppHeaders {
  /** Vite puts a hash of the content into every name in here. */
  private static final String HASHED = "/assets/";

  private static final String KEEP_A_YEAR = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";

  private final String contentPolicy;

  AppHeaders(@ConfigProperty(name = "porte-ouverte.oidc.authority") URI authority) {
    String login = authority.getScheme() + "://" + authority.getRawAuthority();
    this.contentPolicy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "manifest-src 'self'",
            "connect-src 'self' " + login,
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
  }

  void write(MultiMap sent, String path, int status) {
    boolean hashed = path.startsWith(HASHED) && (status == 200 || status == 304);
    sent.set("Cache-Control", hashed ? KEEP_A_YEAR : ASK_EACH_TIME);
    sent.set("Content-Security-Policy", contentPolicy);
    sent.set("Cross-Origin-Opener-Policy", "same-origin");
    // "Near me" asks where the person is; nothing else of the device is ever needed.
    sent.set("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
  }
}

package fr.porteouverte.http;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may do with the app's files: keep them, and talk to nobody but us, Keycloak and
 * whoever draws the staff's map.
 */
@ApplicationScoped
public class AppHeaders {
  /** Vite puts a hash of the content into every name in here. */
  private static final String HASHED = "/assets/";

  /** The one document that other sites may frame. */
  static final String FRAME = "/cadre.html";

  private static final String KEEP_A_YEAR = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";

  private final String contentPolicy;
  private final String framePolicy;

  AppHeaders(@ConfigProperty(name = "porte-ouverte.oidc.authority") URI authority, MapTiles map) {
    String login = authority.getScheme() + "://" + authority.getRawAuthority();
    this.contentPolicy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:" + map.pictures(),
            "font-src 'self'",
            "manifest-src 'self'",
            "connect-src 'self' " + login,
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    this.framePolicy =
        contentPolicy.replace("frame-ancestors 'none'", "frame-ancestors http: https:");
  }

  /**
   * @param path that was asked for, without what stands behind the question mark
   */
  public void write(MultiMap sent, String path, int status) {
    boolean hashed = path.startsWith(HASHED) && (status == 200 || status == 304);
    sent.set("Cache-Control", hashed ? KEEP_A_YEAR : ASK_EACH_TIME);
    boolean framed = path.equals(FRAME);
    sent.set("Content-Security-Policy", framed ? framePolicy : contentPolicy);
    if (framed) {
      sent.remove("X-Frame-Options");
    }
    sent.set("Cross-Origin-Opener-Policy", "same-origin");
    // "Near me" asks where the person is; nothing else of the device is ever needed.
    sent.set("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
  }

  /** Where the staff's map has its pictures from; from nowhere unless this installation says so. */
  @ApplicationScoped
  public static class MapTiles {
    private static final String ORIGIN = "https?://[a-z0-9.-]+(:\\d{1,5})?";

    private final @Nullable String origin;
    private final String path;
    private final String attribution;

    MapTiles(
        @ConfigProperty(name = "porte-ouverte.map.origin") Optional<String> origin,
        @ConfigProperty(name = "porte-ouverte.map.path") String path,
        @ConfigProperty(name = "porte-ouverte.map.attribution") String attribution) {
      this.origin = origin.map(String::strip).filter(said -> !said.isEmpty()).orElse(null);
      if (this.origin != null && !this.origin.matches(ORIGIN)) {
        throw new IllegalArgumentException(
            "porte-ouverte.map.origin (PORTE_OUVERTE_MAP_ORIGIN) is no origin such as"
                + " https://data.geopf.fr: "
                + this.origin);
      }
      this.path = path;
      this.attribution = attribution;
    }

    /** How a map is drawn. */
    @Schema(name = "MapTiles")
    public record View(
        @Schema(required = true, description = "With {z}, {x} and {y} of web Mercator")
            String tiles,
        @Schema(required = true, description = "What has to be said beside them")
            String attribution) {}

    @Nullable View view() {
      return origin == null ? null : new View(origin + path, attribution);
    }

    /** From where a browser may have pictures, beside us; empty: from nowhere. */
    String pictures() {
      return origin == null ? "" : " " + origin;
    }
  }
}

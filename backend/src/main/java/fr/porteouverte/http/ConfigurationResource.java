package fr.porteouverte.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an app must know before it can talk to this API. */
@Path("/configuration")
@Tag(name = "configuration")
public class ConfigurationResource {
  private final Configuration configuration;

  ConfigurationResource(
      @ConfigProperty(name = "porte-ouverte.oidc.authority") String authority,
      @ConfigProperty(name = "porte-ouverte.oidc.app-client-id") String clientId,
      @ConfigProperty(name = "porte-ouverte.demo.enabled") boolean demo,
      @ConfigProperty(name = "porte-ouverte.booking.hold-for") Duration holdFor,
      @ConfigProperty(name = "porte-ouverte.transport.local", defaultValue = "false")
          boolean localOutbox,
      @ConfigProperty(name = "porte-ouverte.app.lock-after") Duration lockAfter,
      @ConfigProperty(name = "porte-ouverte.app.phone") Optional<String> phone,
      AppHeaders.MapTiles map) {
    this.configuration =
        new Configuration(
            new Login(authority, clientId),
            demo,
            (int) holdFor.toMinutes(),
            localOutbox,
            (int) lockAfter.toSeconds(),
            phone.map(ConfigurationResource::dialled).orElse(null),
            map.view());
  }

  /**
   * @param written with spaces, dots or hyphens, as an operator writes it
   */
  static String dialled(String written) {
    String digits = written.replaceAll("[\\s.-]", "");
    if (!digits.matches("\\+?\\d{2,15}")) {
      throw new IllegalArgumentException(
          "porte-ouverte.app.phone (PORTE_OUVERTE_APP_PHONE) is no telephone number: " + written);
    }
    return digits;
  }

  /** Where agents log in: code flow with PKCE. */
  public record Login(
      @Schema(required = true, description = "Issuer, as browsers reach it") String authority,
      @Schema(required = true) String clientId) {}

  /** The public settings of this installation. */
  public record Configuration(
      @Schema(required = true) Login oidc,
      @Schema(required = true, description = "Its houses and bookings are for trying out")
          boolean demo,
      @Schema(required = true, description = "How long a hold keeps a slot") int holdMinutes,
      @Schema(
              required = true,
              description = "Messages stay on this machine, to be read in its local outbox")
          boolean localOutbox,
      @Schema(
              required = true,
              description =
                  "After so many seconds without a touch the pages of the staff lock; 0: never")
          int lockSeconds,
      @Schema(
              description =
                  "Whom people call who would rather not use a screen, as it is dialled; absent:"
                      + " the houses themselves",
              examples = "3939")
          @Nullable String phone,
      @Schema(description = "Of the staff's map; absent: it has points and no pictures")
          AppHeaders.MapTiles.@Nullable View map) {}

  @GET
  @PermitAll
  @Operation(operationId = "getConfiguration", summary = "Public settings of this installation")
  public Configuration get() {
    return configuration;
  }
}

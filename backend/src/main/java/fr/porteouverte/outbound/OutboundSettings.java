package fr.porteouverte.outbound;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What this installation may call besides the public Internet. Certificates of an authority of
 * one's own are set with {@code quarkus.tls.outbound.trust-store.*}.
 */
@ConfigMapping(prefix = "porte-ouverte.outbound")
public interface OutboundSettings {
  /** Networks that are not public and may be called, such as a State network. */
  Optional<List<CidrAddress>> allowedNetworks();

  /** Hosts that may be called wherever their names lead, at any port. */
  Optional<List<String>> allowedHosts();

  /** Hosts that may be called without TLS, too. Never in production. */
  Optional<List<String>> plainHosts();

  /** Ports of all other hosts. */
  @WithDefault("443")
  List<Integer> ports();

  /** For one call as a whole: name, connection, answer. */
  @WithDefault("15S")
  Duration timeout();

  /** Bytes of an answer that are read; what follows is left. */
  @WithDefault("65536")
  int most();
}

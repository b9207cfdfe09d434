package fr.porteouverte.operating;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What may be set of the traces of requests. */
@ConfigMapping(prefix = "porte-ouverte.traces")
public interface TraceSettings {
  /**
   * A collector that speaks OTLP over HTTP, such as {@code http://collector:4318}; none: no traces
   * are made.
   */
  Optional<URI> endpoint();

  /** What the collector wants as {@code Authorization}, if anything. */
  Optional<String> authorization();

  /** Which part of all requests is traced, from 0 to 1. */
  @WithDefault("1")
  double ratio();
}

package fr.porteouverte.commune;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of places. */
@ConfigMapping(prefix = "porte-ouverte.places")
public interface PlaceSettings {
  /**
   * How long all places are kept in memory. An import on another replica is seen after this time at
   * the latest.
   */
  @WithDefault("10M")
  Duration keptFor();

  /** A change is in the very next answer, which waits for it. Else it is a moment later. */
  @WithDefault("false")
  boolean atOnce();
}

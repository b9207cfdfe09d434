package fr.porteouverte.operating;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the figures for who runs the installation. */
@ConfigMapping(prefix = "porte-ouverte.operating")
public interface OperatingSettings {
  /** How often a process reads from the database what waits there. */
  @WithDefault("15S")
  Duration measureEvery();

  /** A message that is due for so long and has not gone is late. */
  @WithDefault("5M")
  Duration lateAfter();
}

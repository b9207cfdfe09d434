package fr.porteouverte.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this room. */
@ConfigMapping(prefix = "porte-ouverte.changes")
public interface ChangeSettings {

  /** How long a change can be read. Longer than the three days that a webhook is tried for. */
  @WithDefault("30D")
  Duration keep();
}

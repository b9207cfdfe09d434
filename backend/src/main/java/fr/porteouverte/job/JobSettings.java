package fr.porteouverte.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the work that comes back. */
@ConfigMapping(prefix = "porte-ouverte.jobs")
public interface JobSettings {
  /** Whether this process does any of it, the sending of messages included. */
  @WithDefault("true")
  boolean run();

  /** A process that gave no sign of life for four of these is dead: others take its jobs over. */
  @WithDefault("5S")
  Duration heartbeat();
}

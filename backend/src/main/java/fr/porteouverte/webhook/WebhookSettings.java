package fr.porteouverte.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this room. */
@ConfigMapping(prefix = "porte-ouverte.webhooks")
public interface WebhookSettings {

  /** How many addresses are called at once, by all processes together; slow ones apart. */
  @WithDefault("8")
  int lanes();

  /** A lane waits so long for an address, then goes on to the next while that one is under way. */
  @WithDefault("1S")
  Duration patience();

  /** How many slow addresses each process waits for beside its lanes. */
  @WithDefault("64")
  int waiting();

  /** How long nothing is looked for when nothing was found. */
  @WithDefault("2S")
  Duration every();

  /**
   * For how long one delivery is tried; an address that answered nothing good meanwhile is called
   * no more.
   */
  @WithDefault("3D")
  Duration tryFor();

  /** How long the log is kept. */
  @WithDefault("30D")
  Duration keep();

  /** Who calls an address has it for so long; longer than any answer is waited for. */
  @WithDefault("60S")
  Duration lease();

  /** Addresses of one system. */
  @WithDefault("20")
  int most();
}

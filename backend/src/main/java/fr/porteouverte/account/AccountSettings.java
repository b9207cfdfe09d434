package fr.porteouverte.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this room. */
@ConfigMapping(prefix = "porte-ouverte.accounts")
public interface AccountSettings {

  /** Whether this process creates and updates the agents' users in Keycloak. */
  @WithDefault("true")
  boolean provision();

  /** How soon Keycloak hears of a change, and how often an unreachable Keycloak is tried again. */
  @WithDefault("5s")
  Duration every();

  /** How long an agent whom Keycloak refused is left alone, unless they are changed before. */
  @WithDefault("10m")
  Duration refusedAgain();

  /** Whether Keycloak is asked about a mail address before an agent is written. */
  @WithDefault("true")
  boolean askBefore();

  /** Whether an agent who is invited gets a mail with a link to a first password. */
  @WithDefault("true")
  boolean invite();
}

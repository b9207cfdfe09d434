package fr.porteouverte.waitlist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the waiting list. */
@ConfigMapping(prefix = "porte-ouverte.waitlist")
interface WaitlistSettings {
  /** How long a freed place is kept for the person to whom it is offered. */
  @WithDefault("45M")
  Duration offerFor();

  /** Offers to one person in a local day of the house. */
  @WithDefault("2")
  int perDay();

  /** A place that starts sooner is offered to nobody. */
  @WithDefault("2H")
  Duration lead();

  /** How often it is seen that an offer expired. */
  @WithDefault("30S")
  Duration round();
}

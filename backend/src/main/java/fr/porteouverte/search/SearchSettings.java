package fr.porteouverte.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of the search. */
@ConfigMapping(prefix = "porte-ouverte.search")
public interface SearchSettings {
  /**
   * How long the positions of the houses are kept in memory. An import on another replica is seen
   * after this time at the latest.
   */
  @WithDefault("30S")
  Duration positionsFor();

  /**
   * For the soonest: how much sooner a house must be for each kilometre that it is further. With
   * two hours ten kilometres are worth most of a day.
   */
  @WithDefault("2H")
  Duration waitPerKm();

  /** A session without appointment that ends within this time is not worth leaving for. */
  @WithDefault("30M")
  Duration walkInMargin();
}

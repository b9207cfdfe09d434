package fr.porteouverte.queue.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** What may be set of the counter queue. */
@ConfigMapping(prefix = "porte-ouverte.queue")
public interface QueueSettings {
  /** How long after its time somebody may arrive for an appointment and still be on time. */
  @WithDefault("10M")
  Duration grace();

  /** After so many calls of people who arrived later one is next, whatever the others have. */
  @WithDefault("3")
  int overtakenAtMost();

  /** How long after its last visit a permanence past its hours is taken to go on serving people. */
  @WithDefault("10M")
  Duration overrun();

  /** From how many days back measured visits count for the estimated wait. */
  @WithDefault("P60D")
  Period measuredOver();

  /** How many visits of a house, the newest, count for it at most. */
  @WithDefault("300")
  int measuredVisits();

  /** Tickets done or gone that a clerk still sees, the newest. */
  @WithDefault("20")
  int finishedShown();
}

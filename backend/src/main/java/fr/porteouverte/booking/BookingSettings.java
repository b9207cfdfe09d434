package fr.porteouverte.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set of booking. */
@ConfigMapping(prefix = "porte-ouverte.booking")
public interface BookingSettings {
  /**
   * How long a hold lasts; an extension, possible once, lasts as long again from when it is asked.
   */
  Duration holdFor();

  /** Live holds of one browser. */
  @WithDefault("2")
  int holdsPerBrowser();

  /**
   * Live bookings of one e-mail address or phone number with one partner (or one house's clerks).
   */
  @WithDefault("3")
  int bookingsPerContact();

  /** Wrong codes of one paper, after which the house has to be called. */
  @WithDefault("5")
  int slipTries();

  /** How long wrong codes count, from the first of them. */
  @WithDefault("24H")
  Duration slipTriesWithin();

  /** Alternatives in a refusal. */
  @WithDefault("5")
  int alternatives();

  /**
   * How long after a visit it is known whose it was; then names, addresses and notes are erased.
   */
  @WithDefault("365D")
  Duration keepVisitors();
}

package fr.porteouverte.slot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How calendars become rows. */
@ConfigMapping(prefix = "porte-ouverte.calendar")
interface CalendarSettings {

  /**
   * When the window moves on, a Quartz cron expression in the machine's zone; {@code off}: never.
   */
  @WithDefault("0 17 1 * * ?")
  String nightly();

  /** Whether days that are missing are made when the process starts, in the background. */
  @WithDefault("true")
  boolean atStart();
}

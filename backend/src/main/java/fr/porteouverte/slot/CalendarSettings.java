package fr.porteouverte.slot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** How calendars become rows. */
@ConfigMapping(prefix = "porte-ouverte.calendar")
interface CalendarSettings {

  /** When the window moves on each night, in the machine's zone. */
  @WithDefault("01:17")
  LocalTime nightly();

  /** Whether days that are missing are made when the process starts, in the background. */
  @WithDefault("true")
  boolean atStart();
}

package fr.porteouverte.imports.house;

import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** An opening range as a value that can be compared. */
record ImportedHours(DayOfWeek day, LocalTime from, LocalTime to, OpeningMode mode) {

  static ImportedHours of(OpeningRange range) {
    return new ImportedHours(range.weekday(), range.from(), range.to(), range.mode());
  }

  OpeningRange range() {
    return new OpeningRange(day, from, to, mode);
  }
}

package fr.porteouverte.booking.seating;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import java.time.Instant;

/** What somebody wanted and cannot have: others are looked for around it. */
record Wish(Site site, Procedure procedure, Instant start) {
  static Wish of(Visit visit) {
    return new Wish(visit.permanence().site(), visit.procedure(), visit.slot().start());
  }
}

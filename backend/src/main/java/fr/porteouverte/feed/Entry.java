package fr.porteouverte.feed;

import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A session as a calendar shows it.
 *
 * @param sequence grows with every change
 * @param stamp when it was last changed, as far as that is known; the same at every reading
 * @param zone the house's, in which calendars keep its times
 * @param url the house's page
 */
record Entry(
    long sessionId,
    int sequence,
    Instant stamp,
    Instant start,
    Instant end,
    ZoneId zone,
    Standing standing,
    Text summary,
    Text description,
    String location,
    String url) {

  /** Whether it takes place. */
  enum Standing {
    tentative,
    certain,
    cancelled
  }
}

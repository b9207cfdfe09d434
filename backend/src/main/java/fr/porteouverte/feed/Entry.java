package fr.porteouverte.feed;

import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A session as a calendar shows it.
 *
 * @param sequence grows with every change
 * @param stamp when it was last changed, as far as that is known; the same at every reading
 * @param zone the house's, in which calendars keep its times
 * @param url the house's page
 * @param cause why the calendar took it back; null: it did not
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
    String url,
    @Nullable CancellationCause cause) {

  /** Whether it takes place. */
  enum Standing {
    tentative,
    certain,
    cancelled
  }
}

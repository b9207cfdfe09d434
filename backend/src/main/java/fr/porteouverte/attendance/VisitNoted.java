package fr.porteouverte.attendance;

import java.time.Instant;

/**
 * Published inside the transaction: what is known of a visit changed.
 *
 * @param visit names it for good: the id of its first version
 * @param version the one that was written, or taken back
 */
public record VisitNoted(long visit, int version, Kind kind, Instant at) {

  /** What was done. */
  public enum Kind {
    /** For the first time, or anew after it was taken back. */
    recorded,
    /** Another version counts. */
    corrected,
    /** Nothing is known of it any more. */
    takenBack
  }
}

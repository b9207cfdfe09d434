package fr.porteouverte.booking;

import java.time.Instant;
import java.util.List;

/** Whether messages reach people. The room {@code message} knows. */
public interface MessageReach {
  /**
   * @return false: somebody has to call, or to find another way
   */
  boolean reaches(long bookingId);

  /**
   * Somebody whom the house gave another time, or none, and whom nobody has told yet.
   *
   * @param expectedAt when they believe that they are expected
   */
  record Unaware(long bookingId, Instant expectedAt) {}

  /** Those who may come to a house in this time, though they are not expected then. */
  List<Unaware> unaware(long siteId, Instant from, Instant before);

  boolean isUnaware(long bookingId);

  /** By something that is read at once: what is kept for a while only cannot wait for a call. */
  boolean reachesAtOnce(long bookingId);
}

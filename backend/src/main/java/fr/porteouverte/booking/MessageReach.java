package fr.porteouverte.booking;

/** Whether messages reach people. The room {@code message} knows. */
public interface MessageReach {
  /**
   * @return false: somebody has to call, or to find another way
   */
  boolean reaches(long bookingId);

  /** By something that is read at once: what is kept for a while only cannot wait for a call. */
  boolean reachesAtOnce(long bookingId);
}

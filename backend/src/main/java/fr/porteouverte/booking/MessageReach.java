package fr.porteouverte.booking;

/** Whether messages reach people. The room {@code message} knows. */
public interface MessageReach {
  /**
   * @return false: somebody has to call, or to find another way
   */
  boolean reaches(long bookingId);
}

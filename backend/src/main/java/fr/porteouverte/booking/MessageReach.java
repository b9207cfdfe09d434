package fr.porteouverte.booking;

import java.util.Collection;
import java.util.Set;

/** Whether messages reach people. The room {@code message} knows. */
public interface MessageReach {
  /**
   * @return false: somebody has to call, or to find another way
   */
  boolean reaches(long bookingId);

  /** By something that is read at once: what is kept for a while only cannot wait for a call. */
  boolean reachesAtOnce(long bookingId);

  /**
   * @param offers ids of offers of earlier places
   * @return those of which the person never heard: their message came to nothing
   */
  Set<Long> unheard(Collection<Long> offers);
}

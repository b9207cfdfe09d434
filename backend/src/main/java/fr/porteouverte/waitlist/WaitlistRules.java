package fr.porteouverte.waitlist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;

/** What a house says of its waiting list. The room {@code message} knows. */
public interface WaitlistRules {
  /** Whether it offers freed places to those who wish to come earlier. */
  boolean at(long siteId);

  /**
   * @param zone of the house
   * @return that instant, or the end of the house's quiet hours around it
   */
  Instant awake(long siteId, ZoneId zone, Instant now);

  /**
   * @param offers ids of offers
   * @return those of which the person never heard: their message came to nothing
   */
  Set<Long> unheard(Collection<Long> offers);
}

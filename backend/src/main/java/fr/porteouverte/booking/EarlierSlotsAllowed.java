package fr.porteouverte.booking;

import java.time.Instant;
import java.time.ZoneId;

/** Whether and when a house offers freed places to those who wish to come earlier. */
public interface EarlierSlotsAllowed {
  boolean at(long siteId);

  /**
   * @param zone of the house
   * @return that instant, or the end of the house's quiet hours around it
   */
  Instant awake(long siteId, ZoneId zone, Instant now);
}

package fr.porteouverte.access;

import java.util.Set;

/** Where an agent may act. The room {@code account} knows; the others only ask {@link Access}. */
public interface Places {

  /**
   * @param sites ids of houses
   * @param partner id; null for none
   */
  record Of(Set<Long> sites, Long partner) {
    public static final Of NOWHERE = new Of(Set.of(), null);
  }

  /**
   * @return {@link Of#NOWHERE} for somebody unknown
   */
  Of of(String username);
}

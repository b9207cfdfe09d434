package fr.porteouverte.access;

import java.util.Set;

/** Whose figures an observer sees. The room {@code account} knows; others only ask. */
public interface ObservedPlaces {

  /**
   * @return INSEE codes of departments; none for who is no observer
   */
  Set<String> of(String username);
}

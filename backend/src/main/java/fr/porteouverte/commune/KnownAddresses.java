package fr.porteouverte.commune;

import java.util.List;

/**
 * What is asked of a higher room: the addresses of all houses, which know names that no list has.
 */
public interface KnownAddresses {
  List<KnownAddress> all();
}

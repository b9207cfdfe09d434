package fr.porteouverte.booking;

/** Whether a house offers freed places to those who wish to come earlier. */
public interface EarlierSlotsAllowed {
  boolean at(long siteId);
}

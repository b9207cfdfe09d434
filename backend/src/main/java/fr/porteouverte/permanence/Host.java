package fr.porteouverte.permanence;

/** Who holds a permanence: a visiting partner, or the house's own clerks. */
public enum Host {
  partner,
  house
}

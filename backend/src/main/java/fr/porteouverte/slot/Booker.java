package fr.porteouverte.slot;

/** Who looks for a place, and so which of the places are there for them. */
public enum Booker {
  /** The public, online: neither the places kept for the phone nor those for walk-ins. */
  anybody,
  /** Staff of the house, for somebody at the counter or on the phone: not those for walk-ins. */
  staff;

  public static Booker of(boolean byStaff) {
    return byStaff ? staff : anybody;
  }
}

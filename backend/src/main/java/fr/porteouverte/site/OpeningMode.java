package fr.porteouverte.site;

/** How people may come in an opening range or to a permanence. */
public enum OpeningMode {
  walkIn,
  appointment,
  both;

  public boolean takesAppointments() {
    return this != walkIn;
  }

  public boolean takesWalkIns() {
    return this != appointment;
  }
}

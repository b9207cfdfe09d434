package fr.porteouverte.attendance;

/**
 * By which way a visit came. La Coop's place of an activity follows: at the house ({@code
 * lieu_activite}), at a distance, or elsewhere for the bus ({@code autre}).
 */
public enum VisitChannel {
  counter,
  telephone,
  /** At the house's own computer, with help when needed. */
  selfService,
  video,
  bus
}

package fr.porteouverte.booking;

/**
 * Who changes a booking, for its history and for those who tell the person.
 *
 * @param actor {@value #VISITOR}, an agent's username, or {@code device:} and the id of a kiosk
 * @param origin from where: online, counter, kiosk, late (from paper) or system
 * @param told the person knows of it already
 */
public record Change(String actor, String origin, boolean told) {
  static final String VISITOR = "visitor";

  /** By the visitor's own link, or by an agent at a counter who has the person before them. */
  static Change by(String actor) {
    return new Change(actor, VISITOR.equals(actor) ? "online" : "counter", true);
  }

  /** By who has the paper, the link, or both. */
  public static Change byTheVisitor() {
    return by(VISITOR);
  }

  /**
   * @param told somebody spoke to the person; else a message has to
   */
  public static Change atCounter(String username, boolean told) {
    return new Change(username, "counter", told);
  }

  public boolean byVisitor() {
    return VISITOR.equals(actor);
  }
}

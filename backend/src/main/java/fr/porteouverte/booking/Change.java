package fr.porteouverte.booking;

/**
 * Who changes a booking, for its history and for those who tell the person.
 *
 * @param actor {@value #VISITOR}, an agent's username, or {@code device:} and the id of a kiosk
 * @param origin from where: online, counter, phone, kiosk, late (from paper), api or system
 * @param told the person knows of it already
 */
public record Change(String actor, String origin, boolean told) {
  static final String VISITOR = "visitor";

  /** As the login service names the users of other systems. */
  private static final String SYSTEM = "service-account-";

  /** By the visitor's own link, an agent at a counter with the person there, or another system. */
  static Change by(String actor) {
    return new Change(actor, origin(actor), true);
  }

  /** By an agent who has the person on the telephone. */
  static Change onTelephone(String username) {
    String from = origin(username);
    return new Change(username, "counter".equals(from) ? "phone" : from, true);
  }

  private static String origin(String actor) {
    if (VISITOR.equals(actor)) {
      return "online";
    }
    return actor.startsWith(SYSTEM) ? "api" : "counter";
  }

  /** By who has the paper, the link, or both. */
  public static Change byTheVisitor() {
    return by(VISITOR);
  }

  /**
   * @param told somebody spoke to the person; else a message has to
   */
  public static Change atCounter(String username, boolean told) {
    return new Change(username, origin(username), told);
  }

  public boolean byVisitor() {
    return VISITOR.equals(actor);
  }
}

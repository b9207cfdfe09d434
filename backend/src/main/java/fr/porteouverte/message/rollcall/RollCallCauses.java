package fr.porteouverte.message.rollcall;

import fr.porteouverte.session.Session;

/** How the outbox names a session and an agent: never by an address. */
final class RollCallCauses {
  private static final String AGENT = "agent/";

  private RollCallCauses() {}

  /**
   * @param round of asking; taking a confirmation back begins another one
   */
  static String asking(long sessionId, long round) {
    return "session/" + sessionId + "/" + round;
  }

  /**
   * @param session as it is after what there is to tell; its version sets it apart from the next
   */
  static String news(RollCallKind kind, Session session) {
    return "session/" + session.id() + "/" + kind + "/" + session.version();
  }

  static long session(String cause) {
    return Long.parseLong(cause.split("/")[1]);
  }

  static String recipient(String username) {
    return AGENT + username;
  }

  static String agent(String recipient) {
    return recipient.substring(AGENT.length());
  }
}

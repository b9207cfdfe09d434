package fr.porteouverte.message;

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
   * @param version of the session after it was handed over
   */
  static String handover(long sessionId, int version) {
    return "session/" + sessionId + "/handover/" + version;
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

package fr.porteouverte.attendance.report;

import fr.porteouverte.permanence.Host;
import fr.porteouverte.session.Session;
import java.time.Instant;

/** What became of a session, for figures. Each session has one. */
enum SessionFate {
  held,
  /** Held, and its partner left before the end. */
  stopped,
  partnerAbsent,
  /** Nobody said that the partner comes. Nobody said that it did not, either. */
  unconfirmed,
  cancelled,
  /** Confirmed and over, and nobody noted whether it took place. */
  notRecorded,
  upcoming;

  static SessionFate of(Session session, Instant now) {
    if (session.absent()) {
      return partnerAbsent; // also when it was called off for that
    }
    boolean over = session.over(now);
    return switch (session.shown()) {
      case cancelled -> cancelled;
      case held -> session.stoppedAt() == null ? held : stopped;
      default -> {
        if (session.unconfirmed(now)) {
          yield unconfirmed;
        }
        if (!over) {
          yield upcoming;
        }
        // The house's own clerks are there when it is open.
        yield session.permanence().host() == Host.house ? held : notRecorded;
      }
    };
  }
}

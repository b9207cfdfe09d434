package fr.porteouverte.session;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.util.List;

/** The session is not where this action would make sense; says what does. */
final class SessionActionNotAllowed extends ProblemException {
  private final transient List<String> allowed;

  SessionActionNotAllowed(Session session, Instant now) {
    super(ProblemType.SESSION_ACTION_NOT_ALLOWED, words(session, now));
    this.allowed = session.actions(now).stream().map(Enum::name).toList();
  }

  private static Text words(Session session, Instant now) {
    if (session.withdrawn()) {
      return new Text("Elle n’est plus au calendrier.", "It is no longer in the calendar.");
    }
    if (!session.end().isAfter(now)) {
      return new Text("Elle est terminée.", "It is over.");
    }
    return switch (session.state()) {
      case planned ->
          new Text(
              "Elle est prévue, et pas encore confirmée.", "It is planned, and not confirmed yet.");
      case confirmed -> new Text("Elle est confirmée.", "It is confirmed.");
      case held -> held(session);
      case cancelled -> new Text("Elle est annulée.", "It is cancelled.");
    };
  }

  private static Text held(Session session) {
    if (session.absent()) {
      return new Text("Le partenaire n’est pas venu.", "The partner did not come.");
    }
    return session.stoppedAt() == null
        ? new Text("Elle a lieu, le partenaire est là.", "It takes place, the partner is there.")
        : new Text("Le partenaire est parti avant la fin.", "The partner left before the end.");
  }

  @Override
  public List<String> allowed() {
    return allowed;
  }
}

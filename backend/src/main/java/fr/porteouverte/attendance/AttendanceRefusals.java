package fr.porteouverte.attendance;

import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.List;

/** The refusals of this room. */
final class AttendanceRefusals {
  private AttendanceRefusals() {}

  /** The queue says otherwise of this person; says what may be noted now. */
  static ProblemException notAllowed(Whereabouts where) {
    return new NotAllowed(where);
  }

  private static final class NotAllowed extends ProblemException {
    private final transient List<String> allowed;

    NotAllowed(Whereabouts where) {
      super(ProblemType.ATTENDANCE_NOT_ALLOWED, where.words());
      this.allowed = where.outcomes().stream().map(Enum::name).sorted().toList();
    }

    @Override
    public List<String> allowed() {
      return allowed;
    }
  }

  static ProblemException tooEarly() {
    return new ProblemException(
        ProblemType.NOT_BEGUN,
        "Les présences se notent à partir du début de la séance.",
        "Attendance can be noted from the beginning of the session on.");
  }

  static ProblemException cancelled() {
    return new ProblemException(
        ProblemType.ALREADY_CANCELLED,
        "Un rendez-vous annulé n’a pas de présence.",
        "A cancelled booking has no attendance.");
  }

  static ProblemException countedCame() {
    return InvalidRequest.of(
        "outcome",
        "Une visite comptée a eu lieu ; sinon, retirez-la.",
        "A counted visit took place; otherwise take it back.");
  }

  static ProblemException sessionCancelled() {
    return new ProblemException(
        ProblemType.SESSION_ACTION_NOT_ALLOWED, "Elle est annulée.", "It is cancelled.");
  }
}

package fr.porteouverte.attendance;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.List;

/** The queue says otherwise of this person; says what may be noted now. */
final class AttendanceNotAllowed extends ProblemException {
  private final transient List<String> allowed;

  AttendanceNotAllowed(Whereabouts where) {
    super(ProblemType.ATTENDANCE_NOT_ALLOWED, where.words());
    this.allowed = where.outcomes().stream().map(Enum::name).sorted().toList();
  }

  @Override
  public List<String> allowed() {
    return allowed;
  }
}

package fr.porteouverte.planning;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;

/** A booking cannot have the slot that was decided for it; it is named, and nothing is changed. */
final class MoveRefused extends ProblemException {
  private final transient FieldError error;

  MoveRefused(ProblemException why, String reference) {
    this(why.type(), why.detail() == null ? why.type().title() : why.detail(), reference);
  }

  private MoveRefused(ProblemType type, Text detail, String reference) {
    super(type, detail);
    this.error = new FieldError("decisions." + reference + ".slotId", detail);
  }

  static MoveRefused gone(String reference) {
    return new MoveRefused(
        ProblemType.SLOT_CLOSED,
        new Text("Ce créneau n’existe pas ou plus.", "There is no such slot, or no longer."),
        reference);
  }

  @Override
  public List<FieldError> errors() {
    return List.of(error);
  }
}

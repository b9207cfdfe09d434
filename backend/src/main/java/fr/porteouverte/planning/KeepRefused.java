package fr.porteouverte.planning;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;

/** Somebody was to stay in a session that falls; all of them are named, and nothing is changed. */
final class KeepRefused extends ProblemException {
  private static final Text WHY =
      new Text(
          "Cette permanence n’a plus lieu : déplacez ce rendez-vous, ou annulez-le.",
          "This session no longer takes place: move this booking, or cancel it.");

  private final transient List<FieldError> errors;

  KeepRefused(List<String> references) {
    super(ProblemType.CONFLICT, WHY);
    this.errors =
        references.stream()
            .map(reference -> new FieldError("decisions." + reference + ".decision", WHY))
            .toList();
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}

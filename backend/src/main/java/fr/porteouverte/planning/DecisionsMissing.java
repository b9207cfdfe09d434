package fr.porteouverte.planning;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.List;

/** Nobody decided what becomes of these bookings: nothing is changed. */
final class DecisionsMissing extends ProblemException {
  private final transient List<TouchedView> touched;

  DecisionsMissing(List<TouchedView> touched) {
    super(
        ProblemType.DECISIONS_MISSING,
        "Décidez pour chacun des " + touched.size() + " rendez-vous : garder, déplacer ou annuler.",
        "Decide for each of the " + touched.size() + " bookings: keep, move or cancel.");
    this.touched = touched;
  }

  @Override
  public List<TouchedView> touched() {
    return touched;
  }
}

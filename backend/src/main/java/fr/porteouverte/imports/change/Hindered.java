package fr.porteouverte.imports.change;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;

/** Nothing was taken back: what stands in the way is named. */
public final class Hindered extends ProblemException {
  private static final int NAMED = 50;

  private final transient List<Text> hindrances;

  public Hindered(List<Text> hindrances) {
    super(
        ProblemType.CONFLICT,
        "Rien n’est annulé : " + hindrances.size() + " choses s’y opposent.",
        "Nothing is undone: " + hindrances.size() + " things stand in the way.");
    this.hindrances = hindrances;
  }

  @Override
  public List<FieldError> errors() {
    return hindrances.stream().limit(NAMED).map(text -> new FieldError("import", text)).toList();
  }
}

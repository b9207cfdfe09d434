package fr.porteouverte.imports.change;

import fr.porteouverte.imports.ImportKind;
import fr.porteouverte.text.Text;
import java.io.InputStream;
import java.util.List;

/**
 * How files of one kind become changes of a register. All of it within the caller's transaction.
 */
public interface Planner {
  ImportKind kind();

  /** Writes nothing. */
  Plan plan(InputStream file, Choices taken, Progress progress);

  void write(Plan plan, String actor, Progress progress);

  /**
   * Why the rows cannot be taken back, naming each of them; empty when they can.
   *
   * @param rows the last written first
   */
  List<Text> hindrances(List<PlannedRow> rows);

  void takeBack(List<PlannedRow> rows, String actor);
}

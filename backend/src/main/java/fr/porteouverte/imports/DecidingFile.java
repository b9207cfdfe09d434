package fr.porteouverte.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.Merge;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.imports.change.Plan;
import fr.porteouverte.imports.change.PlannedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A file whose rows nobody edits by hand: it decides alone.
 *
 * @param key what a row is known by
 * @param name as people call it
 * @param tree the rest of it
 * @param row a row of its key and that rest
 */
record DecidingFile<R>(
    Function<R, String> key,
    Function<R, String> name,
    Function<R, ObjectNode> tree,
    BiFunction<String, @Nullable ObjectNode, R> row) {

  /**
   * @param rows how many the file has, with those that were refused
   * @param read those that can be used
   * @param line where a key stands in the file
   * @param known what is there, by its key
   */
  Plan plan(
      int rows,
      Collection<R> read,
      ToIntFunction<String> line,
      Map<String, R> known,
      Findings found) {
    List<PlannedRow> changes = new ArrayList<>();
    for (R now : read) {
      R before = known.get(key.apply(now));
      if (!now.equals(before)) {
        changes.add(planned(line.applyAsInt(key.apply(now)), before, now));
      }
    }
    return new Plan(rows, changes, read.size() - changes.size(), found);
  }

  private PlannedRow planned(int line, @Nullable R before, R after) {
    ObjectNode now = tree.apply(after);
    ObjectNode then = before == null ? null : tree.apply(before);
    return new PlannedRow(
        line,
        key.apply(after),
        name.apply(after),
        then == null ? RowOutcome.created : RowOutcome.changed,
        then == null ? List.of() : Merge.of(then, then, now).differences(),
        then,
        now,
        null,
        null);
  }

  /** All that are to be written. */
  List<R> written(Plan plan) {
    return plan.changes().stream().map(one -> row.apply(one.key(), one.after())).toList();
  }

  /** What the import made, by key. */
  static List<String> created(List<PlannedRow> rows) {
    return rows.stream()
        .filter(one -> one.outcome() == RowOutcome.created)
        .map(PlannedRow::key)
        .toList();
  }

  /** What the import changed, as it was before. */
  List<R> before(List<PlannedRow> rows) {
    return rows.stream()
        .filter(one -> one.outcome() == RowOutcome.changed)
        .map(one -> row.apply(one.key(), one.before()))
        .toList();
  }
}

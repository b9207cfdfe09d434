package fr.porteouverte.imports.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.Merge;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import fr.porteouverte.imports.change.PlannedRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the national list said last of each house, by its number there. */
@ApplicationScoped
class ListedSites {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FIRST_CHANGES =
      "select s.official_id, c.form from register_change c join site s on s.id = c.row_id"
          + " where c.kind = 'sites' and s.official_id is not null and not exists (select 1 from"
          + " site_listed l where l.official_id = s.official_id) and not exists (select 1 from"
          + " register_change e where e.kind = 'sites' and e.row_id = c.row_id and e.id < c.id)";

  @Inject EntityManager database;

  private record Line(String officialId, String form) {}

  Map<String, ObjectNode> all() {
    Map<String, ObjectNode> all = new HashMap<>();
    Sql.of(database, "select official_id, form from site_listed")
        .list(Line.class)
        .forEach(line -> all.put(line.officialId(), read(line.form())));
    return all;
  }

  /**
   * Of houses of which nothing is remembered, since they were brought in before anything was: what
   * the list had said is how they were before somebody first changed them. Those that nobody
   * changed are as it said.
   */
  Map<String, ObjectNode> beforeAnybody() {
    Map<String, ObjectNode> all = new HashMap<>();
    Sql.of(database, FIRST_CHANGES)
        .list(Line.class)
        .forEach(line -> all.put(line.officialId(), SiteForms.ofHistory(read(line.form()))));
    return all;
  }

  /**
   * What is remembered of a row. A cell that says just what people wrote here may be an empty one:
   * it does not make their value the list's, so that it goes on being kept.
   *
   * @param base what the list said before; null: nothing
   */
  static ObjectNode said(@Nullable ObjectNode base, ObjectNode here, ObjectNode file) {
    ObjectNode said = file.deepCopy();
    if (base != null) {
      file.fieldNames()
          .forEachRemaining(
              field -> {
                boolean agrees = Merge.same(file.path(field), here.path(field));
                if (agrees && !Merge.same(base.path(field), here.path(field))) {
                  said.set(field, base.get(field));
                }
              });
    }
    return said;
  }

  void remember(List<PlannedRow> rows) {
    put(rows.stream().filter(row -> !Objects.equals(row.said(), row.base())).toList(), false);
  }

  /** What it had said before is true again. */
  void forget(List<PlannedRow> rows) {
    put(rows.stream().filter(row -> row.outcome() != RowOutcome.gone).toList(), true);
  }

  private void put(List<PlannedRow> rows, boolean before) {
    Batch batch = Batch.on(database);
    batch.run("delete from site_listed where official_id = ?", rows, row -> List.of(row.key()));
    batch.run(
        "insert into site_listed (official_id, form) values (?, ?)",
        rows.stream().filter(row -> form(row, before) != null).toList(),
        row -> List.of(row.key(), String.valueOf(form(row, before))));
  }

  private static @Nullable ObjectNode form(PlannedRow row, boolean before) {
    return before ? row.base() : row.said();
  }

  private static ObjectNode read(String form) {
    try {
      return (ObjectNode) JSON.readTree(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

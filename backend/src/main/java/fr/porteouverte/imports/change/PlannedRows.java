package fr.porteouverte.imports.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became, or would become, of the rows of each file. */
@ApplicationScoped
public class PlannedRows {
  private static final String COLUMNS =
      "select id, row_number, row_key, label, outcome, fields, before_form, after_form, base_form, touched"
          + " from import_row where report_id = :report";

  /** Ours, not the API's: what is read here was written here. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

  @Inject EntityManager database;

  /** A row as it is kept, with its place in the list. */
  public record Kept(long id, PlannedRow row) {}

  private record Line(
      long id,
      int rowNumber,
      String rowKey,
      String label,
      RowOutcome outcome,
      String fields,
      String beforeForm,
      String afterForm,
      String baseForm,
      String touched) {

    Kept kept() {
      return new Kept(
          id,
          new PlannedRow(
              rowNumber,
              rowKey,
              label,
              outcome,
              differences(fields),
              form(beforeForm),
              form(afterForm),
              null,
              form(baseForm),
              concerned(touched)));
    }
  }

  void replace(long report, List<PlannedRow> rows) {
    drop(report);
    Batch.on(database)
        .run(
            "insert into import_row (report_id, row_number, row_key, label, outcome, fields,"
                + " before_form, after_form, base_form, touched)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
            row ->
                List.of(
                    report,
                    row.line(),
                    row.key(),
                    row.label(),
                    row.outcome().name(),
                    text(row.fields()),
                    text(row.before()),
                    text(row.after()),
                    text(row.base()),
                    text(row.touched())));
  }

  private void drop(long report) {
    Sql.of(database, "delete from import_row where report_id = :report")
        .with("report", report)
        .run();
  }

  /**
   * @param outcome null: any
   * @param after id of the last one of the page before; 0 at the start
   */
  public List<Kept> page(long report, @Nullable RowOutcome outcome, long after, int limit) {
    String wanted = outcome == null ? "" : " and outcome = :outcome";
    Sql rows = Sql.of(database, COLUMNS + wanted + " and id > :after order by id");
    if (outcome != null) {
      rows.with("outcome", outcome);
    }
    return rows.with("report", report).with("after", after).limit(limit).list(Line.class).stream()
        .map(Line::kept)
        .toList();
  }

  public List<PlannedRow> all(long report) {
    return page(report, null, 0, Integer.MAX_VALUE).stream().map(Kept::row).toList();
  }

  /** The last written first: what others name comes after them. */
  List<PlannedRow> lastFirst(long report) {
    List<PlannedRow> rows = new ArrayList<>(all(report));
    Collections.reverse(rows);
    return rows;
  }

  private static String text(@Nullable Object value) {
    try {
      return value == null ? "" : JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable ObjectNode form(String text) {
    try {
      return text.isEmpty() ? null : (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Touched> concerned(String text) {
    try {
      return List.of(JSON.readValue(text, Touched[].class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<FieldDifference> differences(String text) {
    try {
      return List.of(JSON.readValue(text, FieldDifference[].class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

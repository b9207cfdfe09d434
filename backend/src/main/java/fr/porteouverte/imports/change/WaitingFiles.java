package fr.porteouverte.imports.change;

import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files, and what people chose about them, from when they are sent until they are applied. */
@ApplicationScoped
class WaitingFiles {
  /** H2 has a megabyte in a value at most. */
  private static final int PIECE = 500_000;

  @Inject EntityManager database;

  private record Piece(byte[] bytes) {}

  private record Choice(String rowKey, String field) {}

  void keep(long report, byte[] file) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < file.length; from += PIECE) {
      pieces.add(Arrays.copyOfRange(file, from, Math.min(from + PIECE, file.length)));
    }
    int[] position = {0};
    Batch.on(database)
        .run(
            "insert into import_piece (report_id, position, bytes) values (?, ?, ?)",
            pieces,
            piece -> List.of(report, position[0]++, piece));
  }

  InputStream open(long report) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Sql.of(database, "select bytes from import_piece where report_id = :report order by position")
        .with("report", report)
        .list(Piece.class)
        .forEach(piece -> file.writeBytes(piece.bytes()));
    return new ByteArrayInputStream(file.toByteArray());
  }

  void choose(long report, Choices choices) {
    List<Choice> all = new ArrayList<>();
    choices.fields().forEach((key, fields) -> fields.forEach(f -> all.add(new Choice(key, f))));
    Batch.on(database)
        .run(
            "insert into import_choice (report_id, row_key, field) values (?, ?, ?)",
            all,
            one -> List.of(report, one.rowKey(), one.field()));
  }

  Choices chosen(long report) {
    Map<String, Set<String>> fields = new HashMap<>();
    Sql.of(database, "select row_key, field from import_choice where report_id = :report")
        .with("report", report)
        .list(Choice.class)
        .forEach(
            one -> fields.computeIfAbsent(one.rowKey(), k -> new HashSet<>()).add(one.field()));
    return new Choices(fields);
  }

  /** Whatever was chosen belongs to what was seen. */
  void unchoose(long report) {
    Sql.of(database, "delete from import_choice where report_id = :report")
        .with("report", report)
        .run();
  }

  void drop(long report) {
    Sql.of(database, "delete from import_piece where report_id = :report")
        .with("report", report)
        .run();
    unchoose(report);
  }

  /** Nobody applied them. */
  int dropOlder(Instant than) {
    return Sql.of(
            database,
            "delete from import_report where state in ('waiting', 'ready', 'failed')"
                + " and started_at < :than")
        .with("than", than)
        .run();
  }
}

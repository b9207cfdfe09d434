package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was noted before visits had a record of their own becomes one, on both databases. */
@Tag("once")
class VisitMigrationTest {
  private static final String BEFORE = "53?";

  @Test
  void what_was_noted_before_stands_in_the_house_on_its_day_on_h2(@TempDir Path folder)
      throws SQLException {
    // In a file: checks that were made by a connection that is closed hold again once it is opened.
    String url =
        "jdbc:h2:file:"
            + folder.resolve("visits")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    becomes(
        url,
        "sa",
        "set referential_integrity false",
        "set referential_integrity true",
        "classpath:db/common");
  }

  @Test
  void what_was_noted_before_stands_in_the_house_on_its_day_on_postgresql() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      becomes(
          server.getJdbcUrl("postgres", "postgres"),
          "postgres",
          "set session_replication_role = replica",
          "set session_replication_role = default",
          "classpath:db/common",
          "classpath:db/postgresql");
    }
  }

  private static void becomes(
      String url, String user, String unbound, String bound, String... scripts)
      throws SQLException {
    migrate(url, user, BEFORE, scripts);
    try (Connection database = DriverManager.getConnection(url, user, password(user));
        Statement sql = database.createStatement()) {
      sql.execute(unbound);
      fill(sql);
      sql.execute(bound);
    }
    migrate(url, user, "54", scripts);
    try (Connection database = DriverManager.getConnection(url, user, password(user));
        Statement sql = database.createStatement()) {
      assertThat(
              read(
                  sql,
                  "select a.site_id, a.local_date, a.version, a.standing, a.result, a.channel,"
                      + " a.partner_id, p.procedure_id from attendance a join attendance_procedure"
                      + " p on p.attendance_id = a.id order by a.id"))
          .containsExactly(
              "1 2026-11-26 1 null solved counter 7 1",
              "1 2026-11-26 2 true continued counter 7 1",
              "2 2026-11-25 1 null null bus 7 1",
              "2 2026-11-25 1 true passedOn bus 8 2");
    }
  }

  private static void fill(Statement sql) throws SQLException {
    row(sql, "site", Map.of("id", "1", "zone", "'Indian/Reunion'", "kind", "'fixed'"));
    row(sql, "site", Map.of("id", "2", "zone", "'Europe/Paris'", "kind", "'bus'"));
    row(sql, "partner", Map.of("id", "7"));
    row(sql, "partner", Map.of("id", "8"));
    row(sql, "procedure", procedure(1, 7));
    row(sql, "procedure", procedure(2, 8));
    row(
        sql,
        "permanence",
        Map.of(
            "id",
            "1",
            "host",
            "'house'",
            "mode",
            "'both'",
            "slot_minutes",
            "30",
            "from_time",
            "time '09:00:00'",
            "to_time",
            "time '12:00:00'"));
    // Midnight has passed in Réunion, not in Paris.
    booking(sql, 1, 1);
    booking(sql, 2, 2);
    row(
        sql,
        "ticket",
        Map.of(
            "id",
            "1",
            "site_id",
            "2",
            "local_date",
            "date '2026-11-25'",
            "procedure_id",
            "2",
            "arrived_at",
            "timestamp with time zone '2026-11-25 08:00:00+00:00'",
            "series",
            "'A'",
            "number",
            "1",
            "state",
            "'done'",
            "origin",
            "'walkIn'"));
    noted(sql, "booking_id", 1, 1, "'solved'", "null");
    noted(sql, "booking_id", 1, 2, "'continued'", "null");
    noted(sql, "booking_id", 2, 1, "null", "timestamp with time zone '2026-11-26 08:00:00+00:00'");
    noted(sql, "ticket_id", 1, 1, "'passedOn'", "null");
  }

  private static String password(String user) {
    return user.equals("sa") ? "" : user;
  }

  private static Map<String, String> procedure(int id, int partner) {
    return Map.of(
        "id", "" + id, "partner_id", "" + partner, "channel", "'both'", "duration_minutes", "30");
  }

  private static void booking(Statement sql, int id, int site) throws SQLException {
    row(
        sql,
        "booking",
        new TreeMap<>(
            Map.of(
                "id",
                "" + id,
                "site_id",
                "" + site,
                "procedure_id",
                "1",
                "state",
                "'arrived'",
                "start_at",
                "timestamp with time zone '2026-11-25 21:30:00+00:00'",
                "reference",
                "'R" + id + "'",
                "language",
                "'fr'",
                "contact_by",
                "'none'")));
  }

  private static void noted(
      Statement sql, String of, int id, int version, String result, String undone)
      throws SQLException {
    sql.execute(
        "insert into attendance ("
            + of
            + ", version, outcome, result, at, actor, undone_at) values ("
            + id
            + ", "
            + version
            + ", 'attended', "
            + result
            + ", timestamp with time zone '2026-11-25 22:00:00+00:00', 'claire', "
            + undone
            + ")");
  }

  private static void migrate(String url, String user, String to, String... scripts) {
    Flyway.configure()
        .dataSource(url, user, password(user))
        .locations(scripts)
        .target(to)
        .load()
        .migrate();
  }

  /** Whatever else a row needs is filled in. */
  private static void row(Statement sql, String table, Map<String, String> given)
      throws SQLException {
    Map<String, String> all = new TreeMap<>(given);
    try (ResultSet columns =
        sql.executeQuery(
            "select column_name, data_type from information_schema.columns where lower(table_name)"
                + " = '"
                + table
                + "' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'")) {
      while (columns.next()) {
        String type = columns.getString(2).toLowerCase(Locale.ROOT);
        all.putIfAbsent(
            columns.getString(1).toLowerCase(Locale.ROOT),
            type.startsWith("character")
                ? "'" + given.get("id") + "'"
                : type.startsWith("timestamp")
                    ? "timestamp with time zone '2026-11-25 22:00:00+00:00'"
                    : type.equals("boolean")
                        ? "false"
                        : type.equals("date") ? "date '2026-11-25'" : "1");
      }
    }
    sql.execute(
        "insert into "
            + table
            + " ("
            + String.join(", ", all.keySet())
            + ") values ("
            + String.join(", ", all.values())
            + ")");
  }

  private static List<String> read(Statement sql, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
          Object value = found.getObject(at);
          row.add(value instanceof Boolean yes ? "" + yes : "" + value);
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}

package fr.porteouverte.integrator;

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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one partner that a system was bound to becomes the first of several, on both databases. */
@Tag("once")
class IntegratorMigrationTest {

  @Test
  void a_system_stays_bound_to_its_partner_on_h2(@TempDir Path folder) throws SQLException {
    String url =
        "jdbc:h2:file:"
            + folder.resolve("systems")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    stays(url, "sa", "", "classpath:db/common");
  }

  @Test
  void a_system_stays_bound_to_its_partner_on_postgresql() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      stays(
          server.getJdbcUrl("postgres", "postgres"),
          "postgres",
          "postgres",
          "classpath:db/common",
          "classpath:db/postgresql");
    }
  }

  private static void stays(String url, String user, String password, String... scripts)
      throws SQLException {
    migrate(url, user, password, "89?", scripts);
    try (Connection database = DriverManager.getConnection(url, user, password);
        Statement sql = database.createStatement()) {
      sql.execute(
          "insert into partner (id, version, code, name_fr, name_en) values (7, 0, 'caf', 'CAF',"
              + " 'CAF')");
      system(sql, 1, "7");
      system(sql, 2, "null");
    }
    migrate(url, user, password, "90", scripts);
    try (Connection database = DriverManager.getConnection(url, user, password);
        Statement sql = database.createStatement();
        ResultSet found =
            sql.executeQuery("select integrator_id, partner_id from integrator_partner")) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(found.getLong(1) + " " + found.getLong(2));
      }
      assertThat(rows).containsExactly("1 7");
    }
  }

  private static void system(Statement sql, int id, String partner) throws SQLException {
    sql.execute(
        ("insert into integrator (id, version, name, contact_name, contact_email, scopes,"
                + " partner_id, created_at, created_by) values (%d, 0, 'La Coop', 'Ada',"
                + " 'ada@example.org', 'bookings:read', %s, current_timestamp, 'anne')")
            .formatted(id, partner));
  }

  private static void migrate(
      String url, String user, String password, String to, String... scripts) {
    Flyway.configure()
        .dataSource(url, user, password)
        .locations(scripts)
        .target(to)
        .load()
        .migrate();
  }
}

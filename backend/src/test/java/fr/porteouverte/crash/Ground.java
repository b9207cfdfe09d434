package fr.porteouverte.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * What a process stands on and what outlives it: the package, the database, a folder for logs. In
 * the database a house with one slot, in three weeks, for five hundred people.
 */
record Ground(Path product, Path folder, String url, @Nullable Closeable server) {
  static final String SLOT = "1";
  static final String PROCEDURE = "1";

  /** The build and the settings of the database that ./run has; given by ./test. */
  static Ground h2(String name) {
    Path folder = folder(name);
    String url = "jdbc:h2:file:" + folder.resolve("database") + ";";
    return new Ground(given("crash.h2"), folder, url + System.getProperty("crash.h2.options"), null)
        .made("classpath:db/common");
  }

  static Ground postgres(String name) {
    return empty(name).made("classpath:db/common", "classpath:db/postgresql");
  }

  /** A PostgreSQL in which nothing is yet. */
  static Ground empty(String name) {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off") // it is not the machine that dies
              .setServerConfig("max_connections", "120")
              .start();
      String url = server.getJdbcUrl("postgres", "postgres");
      return new Ground(given("crash.postgresql"), folder(name), url, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a PostgreSQL that is there, in which nothing is yet. */
  static Ground on(String name, String url) {
    return new Ground(given("crash.postgresql"), folder(name), url, null)
        .made("classpath:db/common", "classpath:db/postgresql");
  }

  /** The same, for the API of the last release. */
  Ground ofTheLastRelease() {
    return new Ground(given("crash.released"), folder, url, server);
  }

  private static Path given(String property) {
    return Path.of(System.getProperty(property));
  }

  private static Path folder(String name) {
    try {
      Path folder = Path.of("target", "crash").toAbsolutePath();
      Files.createDirectories(folder);
      return Files.createTempDirectory(folder, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An installation's image has a newer Java than ./run asks for: it is tried where there is one.
   */
  Path java() {
    String own = System.getProperty("java.home");
    String home = url.startsWith("jdbc:h2:") ? own : System.getProperty("crash.java", own);
    return Path.of(home, "bin", "java");
  }

  /** For the product's environment. */
  Map<String, String> settings() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", url,
        "QUARKUS_DATASOURCE_USERNAME", "postgres",
        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
        "PORTE_OUVERTE_LIMITS_WRITES_PER_MINUTE_AND_ADDRESS", "1000000",
        "PORTE_OUVERTE_LIMITS_SEARCHES_PER_MINUTE_AND_ADDRESS", "1000000");
  }

  private Ground made(String... scripts) {
    Flyway.configure().dataSource(url, "postgres", "postgres").locations(scripts).load().migrate();
    return filled();
  }

  /** With the house. */
  Ground filled() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusWeeks(3);
    var start = day.atTime(LocalTime.of(9, 0)).atZone(ZoneId.of("Europe/Paris")).toInstant();
    String times = "'" + start + "', '" + start.plus(30, ChronoUnit.MINUTES) + "'";
    change(
        "insert into site (id, name, street, postcode, commune, insee, department, latitude,"
            + " longitude, zone, holiday_zone, kind, takes_appointments) values (1, 'Moyaux', '1 rue"
            + " de l’Église', '14590', 'Moyaux', '14460', '14', 49.1, 0.3, 'Europe/Paris', 'fr',"
            + " 'fixed', true)",
        "insert into partner (id, code, name_fr, name_en) values (1, 'caf', 'CAF', 'CAF')",
        "insert into procedure (id, code, partner_id, title_fr, title_en, duration_minutes, channel)"
            + " values (1, 'rsa', 1, 'RSA', 'RSA', 30, 'both')",
        "insert into permanence (id, site_id, host, partner_id, rrule, first_date, from_time, to_time,"
            + " mode, slot_minutes, capacity, notice_minutes, horizon_days, change_deadline_minutes,"
            + " materialised_until) values (1, 1, 'partner', 1, 'FREQ=WEEKLY', date '"
            + day
            + "', '09:00', '09:30', 'appointment', 30, 500, 60, 91, 120, date '2099-01-01')",
        "insert into permanence_procedure (permanence_id, procedure_id) values (1, 1)",
        "insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state) values"
            + (" (1, 1, 1, date '" + day + "', " + times + ", 'planned')"),
        "insert into slot (id, session_id, permanence_id, start_at, end_at, capacity) values (1, 1, 1,"
            + (" " + times + ", 500)"));
    return this;
  }

  /** Only while no process has the H2 file. */
  void change(String... statements) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The only column. Only while no process has the H2 file. */
  List<String> read(String sql) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}

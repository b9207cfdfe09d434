package fr.porteouverte.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Processes of the last release go on while the schema is brought up to today's, and write into it
 * until the last of them is exchanged: decision 065. {@code UpgradeTrial} lets them do it.
 */
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasedSchemaTest {
  private static final LastRelease RELEASE = LastRelease.read();

  private EmbeddedPostgres server;
  private Connection database;

  @BeforeAll
  void begin() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    database = server.getPostgresDatabase().getConnection();
    scripts(RELEASE.schema()).migrate();
  }

  @AfterAll
  void end() throws IOException, SQLException {
    database.close();
    server.close();
  }

  private Flyway scripts(String to) {
    return Flyway.configure()
        .dataSource(server.getPostgresDatabase())
        .locations("classpath:db/common", "classpath:db/postgresql")
        .target(to)
        .load();
  }

  private void write(String... statements) throws SQLException {
    try (Statement sql = database.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** Rows of one column, or of two with a blank between them. */
  private List<String> read(String query) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  private static String system(int id, String column, String value) {
    return ("insert into integrator (id, version, name, contact_name, contact_email, scopes, %s"
            + " created_at, created_by) values (%d, 0, 'La Coop', 'Ada', 'ada@example.org',"
            + " 'bookings:read', %s now(), 'anne')")
        .formatted(column, id, value);
  }

  private static String change(int seq, String subject, int site) {
    return "insert into change_entry (seq, type, at, site_id, partner_id, subject) values (%d, 'booking.moved', now(), %d, 1, '%s')"
        .formatted(seq, site, subject);
  }

  private static String numbered(int seq, String subject) {
    return "insert into change_latest (kind, subject, seq, at) values ('booking', '%s', %d, now())"
        .formatted(subject, seq);
  }

  @Test
  @Order(1)
  void nothing_that_the_last_release_reads_or_writes_is_missed_after_any_migration()
      throws SQLException {
    write(
        "insert into partner (id, version, code, name_fr, name_en) values (1, 0, 'caf', 'CAF',"
            + " 'CAF'), (2, 0, 'msa', 'MSA', 'MSA')",
        system(1, "partner_id,", "1,"));
    Catalogue released = Catalogue.read(database);
    List<String> missed = new ArrayList<>();
    for (MigrationInfo next : scripts("latest").info().pending()) {
      scripts(next.getVersion().getVersion()).migrate();
      released
          .missedIn(Catalogue.read(database))
          .forEach(what -> missed.add(next.getScript() + ": " + what));
      assertThat(read("select partner_id from integrator")).containsExactly("1");
    }
    assertThat(missed).isEmpty();
  }

  @Test
  @Order(2)
  void a_change_that_the_last_release_numbers_has_its_place() throws SQLException {
    write(change(1, "A", 7), numbered(1, "A"), change(2, "B", 7), numbered(2, "B"));
    write(
        change(3, "A", 8),
        "update change_latest set seq = 3, at = now() where kind = 'booking' and subject = 'A'",
        change(4, "C", 9),
        "insert into change_latest (kind, subject, seq, at, site_id, partner_id) values"
            + " ('booking', 'C', 4, now(), 9, 1)",
        change(5, "C", 7),
        "update change_latest set seq = 5, site_id = 7 where kind = 'booking' and subject = 'C'");
    assertThat(
            read(
                "select subject || ' ' || site_id || ' ' || partner_id from change_latest order by"
                    + " subject"))
        .containsExactly("A 8 1", "B 7 1", "C 7 1");
  }

  @Test
  @Order(3)
  void the_last_release_sees_of_several_partners_the_first_and_never_none() throws SQLException {
    write(
        system(2, "", ""),
        "insert into integrator_partner (integrator_id, partner_id) values (2, 2), (2, 1)");
    assertThat(read("select partner_id from integrator where id = 2")).containsExactly("1");
    // It writes the whole row when it gives it another name.
    write("update integrator set name = 'Coop', partner_id = 1 where id = 2");
    assertThat(bound(2)).containsExactly("1", "2");
    write("delete from integrator_partner where integrator_id = 2 and partner_id = 1");
    assertThat(read("select partner_id from integrator where id = 2")).containsExactly("2");
  }

  @Test
  @Order(4)
  void whom_the_last_release_binds_to_another_partner_is_bound_to_it() throws SQLException {
    write(system(3, "partner_id,", "1,"));
    assertThat(bound(3)).containsExactly("1");
    write("update integrator set partner_id = 2 where id = 3");
    assertThat(bound(3)).containsExactly("2");
    write("update integrator set partner_id = null where id = 3");
    assertThat(bound(3)).isEmpty();
    write("delete from integrator where id in (2, 3)");
    assertThat(read("select integrator_id from integrator_partner")).containsExactly("1");
  }

  private List<String> bound(int system) throws SQLException {
    return read(
        "select partner_id from integrator_partner where integrator_id = "
            + system
            + " order by 1");
  }
}

package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.EventStream;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes share one PostgreSQL; H2 has one only. */
@QuarkusTest
@Tag("postgresql")
@TestSecurity(
    user = "claire",
    roles = {Role.CLERK})
class OtherProcessTest extends QueueSuite {
  @Inject DataSource database;

  @Test
  void what_another_process_commits_is_told_here() throws SQLException {
    waiting();
    try (EventStream screen = EventStream.open("/sites/" + moyaux.id() + "/board/stream", null)) {
      long seen = screen.next().id();
      elsewhere("select pg_notify('porte_ouverte_queue', '" + moyaux.id() + "')");
      assertThat(screen.next().id()).isEqualTo(seen + 1);
    }
  }

  @Test
  void a_lost_wake_delays_and_loses_nothing() throws SQLException {
    waiting();
    try (EventStream screen = EventStream.open("/sites/" + moyaux.id() + "/board/stream", null)) {
      long seen = screen.next().id();
      elsewhere("select 1");
      assertThat(screen.next().id()).isEqualTo(seen + 1);
    }
  }

  /** The last event of the house once more, as the next one: what another process would write. */
  private void elsewhere(String wake) throws SQLException {
    try (Connection other = database.getConnection();
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute(
          "insert into queue_event (site_id, seq, ticket_id, kind, at, recorded_at, actor, origin)"
              + " select site_id, seq + 1, ticket_id, 'resumed', at, at, actor, origin from"
              + " queue_event where site_id = "
              + moyaux.id()
              + " order by seq desc limit 1");
      sql.execute("update queue_site set seq = seq + 1 where site_id = " + moyaux.id());
      sql.execute(wake);
      other.commit();
    }
  }
}

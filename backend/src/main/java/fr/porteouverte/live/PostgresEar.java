package fr.porteouverte.live;

import fr.porteouverte.database.Engine;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens for what any process on this PostgreSQL committed (LISTEN), on one connection of its own.
 * When that connection is lost it takes another and looks at every house once: nothing sent
 * meanwhile is missed.
 */
@ApplicationScoped
class PostgresEar {
  private static final Logger LOG = Logger.getLogger(PostgresEar.class);
  private static final int WAIT_MILLIS = 2_000;

  /** A machine that vanished says nothing, as a quiet house does: it is asked every ten seconds. */
  private static final int QUIET_ROUNDS = 5;

  private static final int ANSWER_SECONDS = 5;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  @Inject Engine engine;
  @Inject DataSource database;
  @Inject Hub hub;

  private volatile boolean listening;
  private @Nullable Thread thread;

  void start(@Observes StartupEvent start) {
    if (engine.isPostgresql()) {
      listening = true;
      thread = new Thread(this::listen, "queue-listener");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent stop) throws InterruptedException {
    listening = false;
    if (thread != null) {
      thread.join(WAIT_MILLIS + 1_000L);
    }
  }

  private void listen() {
    while (listening) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + Wakes.CHANNEL);
        hub.catchUp();
        hear(connection);
        statement.execute("unlisten *");
      } catch (SQLException | RuntimeException lost) {
        if (listening) {
          LOG.warn("Not listening to the database; trying again", Wordless.of(lost));
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection ear = connection.unwrap(PGConnection.class);
    int quiet = 0;
    while (listening) {
      PGNotification[] notes = ear.getNotifications(WAIT_MILLIS);
      if (notes != null && notes.length > 0) {
        quiet = 0;
        for (PGNotification note : notes) {
          hub.wake(Long.parseLong(note.getParameter()));
        }
      } else if (++quiet >= QUIET_ROUNDS) {
        quiet = 0;
        if (!connection.isValid(ANSWER_SECONDS)) {
          throw new SQLException("the database does not answer");
        }
      }
    }
  }
}

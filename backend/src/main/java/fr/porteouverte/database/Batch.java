package fr.porteouverte.database;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * One statement for many rows: plain JDBC on the transaction's own connection, because identity
 * columns keep Hibernate from batching. Parameters are question marks.
 */
public final class Batch {
  private static final int AT_ONCE = 1_000;

  private final Session session;

  private Batch(Session session) {
    this.session = session;
  }

  public static Batch on(EntityManager database) {
    return new Batch(database.unwrap(Session.class));
  }

  /**
   * @param values of a row, from left to right
   */
  public <T> void run(String sql, Collection<T> rows, Function<T, List<Object>> values) {
    if (rows.isEmpty()) {
      return;
    }
    Arc.container().instance(Trailing.class).get().send();
    session.doWork(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
            int waiting = 0;
            for (T row : rows) {
              add(statement, values.apply(row));
              if (++waiting % AT_ONCE == 0) {
                statement.executeBatch();
              }
            }
            statement.executeBatch();
          }
        });
  }

  /**
   * @return the ids that the rows got, in their order
   */
  public <T> List<Long> insert(String sql, Collection<T> rows, Function<T, List<Object>> values) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Arc.container().instance(Trailing.class).get().send();
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(sql, new String[] {"id"})) {
            for (T row : rows) {
              add(statement, values.apply(row));
            }
            statement.executeBatch();
            List<Long> ids = new ArrayList<>();
            ResultSet keys = statement.getGeneratedKeys();
            while (keys.next()) {
              ids.add(keys.getLong(1));
            }
            return ids;
          }
        });
  }

  private static void add(PreparedStatement statement, List<Object> values) throws SQLException {
    int at = 0;
    for (Object value : values) {
      statement.setObject(
          ++at, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
    statement.addBatch();
  }
}

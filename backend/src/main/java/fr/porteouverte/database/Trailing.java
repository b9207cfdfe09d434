package fr.porteouverte.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a transaction for whose answers nobody waits: they are kept in their order, and go
 * before anything else that the transaction sends, or with its end. PostgreSQL gets all of them in
 * one sending, H2 one after the other.
 *
 * <p>Hibernate tells it of every statement of its own before it sends it ({@link BeforeAny}), so
 * nothing ever overtakes them.
 */
@ApplicationScoped
public class Trailing {
  private static final Object KEY = new Object();

  @Inject TransactionSynchronizationRegistry transaction;
  @Inject DataSource database;
  @Inject Engine engine;

  private record Waiting(String sql, List<@Nullable Object> values) {}

  /**
   * @param sql with question marks
   */
  void add(String sql, List<@Nullable Object> values) {
    waiting().add(new Waiting(sql, values));
  }

  /** Whether several statements go in one sending. */
  boolean isTogether() {
    return engine.isPostgresql();
  }

  private List<Waiting> waiting() {
    List<Waiting> waiting = known();
    if (waiting == null) {
      waiting = new ArrayList<>();
      transaction.putResource(KEY, waiting);
      transaction.registerInterposedSynchronization(new AtTheEnd());
    }
    return waiting;
  }

  @SuppressWarnings("unchecked") // nobody else knows the key
  private @Nullable List<Waiting> known() {
    return transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
        ? null
        : (List<Waiting>) transaction.getResource(KEY);
  }

  /** Sends what waits; to be called before a statement that goes past Hibernate. */
  public void send() {
    List<Waiting> waiting = known();
    if (waiting == null || waiting.isEmpty()) {
      return;
    }
    List<Waiting> now = List.copyOf(waiting);
    waiting.clear();
    try (Connection connection = database.getConnection()) {
      if (engine.isPostgresql()) {
        run(connection, now);
      } else {
        for (Waiting one : now) {
          run(connection, List.of(one));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * The row that there always is, of a statement that goes together with what waits.
   *
   * @param sql with question marks
   */
  <T> T read(String sql, List<@Nullable Object> values, Function<ResultSet, T> row) {
    List<Waiting> waiting = known();
    List<Waiting> all = new ArrayList<>(waiting == null ? List.of() : waiting);
    if (waiting != null) {
      waiting.clear();
    }
    all.add(new Waiting(sql, values));
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(joined(all))) {
      bind(statement, all);
      statement.execute();
      for (int before = 1; before < all.size(); before++) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return row.apply(rows);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String joined(List<Waiting> all) {
    return all.stream().map(Waiting::sql).collect(Collectors.joining(";\n"));
  }

  private static void bind(PreparedStatement statement, List<Waiting> all) throws SQLException {
    int at = 0;
    for (Waiting one : all) {
      for (Object value : one.values()) {
        statement.setObject(++at, value);
      }
    }
  }

  private static void run(Connection connection, List<Waiting> all) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(joined(all))) {
      bind(statement, all);
      statement.execute();
    }
  }

  private final class AtTheEnd implements Synchronization {
    @Override
    public void beforeCompletion() {
      send();
    }

    @Override
    public void afterCompletion(int status) {}
  }
}

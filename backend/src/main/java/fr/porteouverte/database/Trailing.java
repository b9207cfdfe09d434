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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a transaction for whose answers nobody waits yet: they are kept in their order, and
 * go before anything else that the transaction sends, when an answer is asked for ({@link Soon}),
 * or with its end. PostgreSQL gets all of them in one sending, H2 one after the other.
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

  /**
   * @param answer gets the rows; null: there are none
   */
  private record Waiting(String sql, List<@Nullable Object> values, @Nullable Soon<?> answer) {
    void answered(Statement statement) throws SQLException {
      if (answer != null) {
        try (ResultSet rows = statement.getResultSet()) {
          answer.read(rows);
        }
      }
    }
  }

  /**
   * @param sql with question marks
   */
  void add(String sql, List<@Nullable Object> values) {
    waiting().add(new Waiting(sql, values, null));
  }

  /**
   * A statement with an answer that nobody needs yet: it is sent with all the others, at the latest
   * when its answer is asked for.
   *
   * @param sql with question marks
   */
  <T> Soon<T> ask(String sql, List<@Nullable Object> values, Function<ResultSet, T> row) {
    Soon<T> answer = new Soon<>(this, row);
    waiting().add(new Waiting(sql, values, answer));
    return answer;
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

  private static String joined(List<Waiting> all) {
    if (all.size() == 1) {
      return all.get(0).sql();
    }
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
      for (Waiting one : all) {
        one.answered(statement);
        statement.getMoreResults();
      }
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

package fr.porteouverte.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/**
 * The database hung up, or is not there: it is started anew, or another one takes its place. What
 * was under way may have been written.
 */
final class DatabaseAway extends ProblemException {
  /** The class of all failures of a connection (SQL:2016). */
  private static final String CONNECTION = "08";

  /**
   * PostgreSQL is told to stop, was torn down, or is not ready yet; has no connection left; has not
   * heard of a transaction for too long.
   */
  private static final Set<String> STOPPING = Set.of("57P01", "57P02", "57P03", "53300", "25P03");

  DatabaseAway() {
    super(
        ProblemType.BUSY,
        "Le service reprend dans un instant. Réessayez, puis vérifiez ce qui est enregistré.",
        "The service is back in a moment. Try again, then check what is saved.");
  }

  /** Also of what happened beside it: a commit that fails says why among the suppressed. */
  static boolean caused(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && (sql.getSQLState().startsWith(CONNECTION) || STOPPING.contains(sql.getSQLState()))) {
        return true;
      }
      for (Throwable beside : cause.getSuppressed()) {
        if (caused(beside)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(3);
  }
}

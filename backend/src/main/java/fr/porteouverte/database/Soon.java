package fr.porteouverte.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a statement that waits with others ({@link Sql#soon}): whoever asks for it first
 * sends them all.
 */
public final class Soon<T> {
  private final Trailing trailing;
  private final Function<ResultSet, T> row;
  private @Nullable List<T> rows;

  Soon(Trailing trailing, Function<ResultSet, T> row) {
    this.trailing = trailing;
    this.row = row;
  }

  void read(ResultSet from) throws SQLException {
    List<T> read = new ArrayList<>();
    while (from.next()) {
      read.add(row.apply(from));
    }
    rows = read;
  }

  public List<T> list() {
    if (rows == null) {
      trailing.send();
    }
    if (rows == null) {
      throw new IllegalStateException("its transaction is over");
    }
    return rows;
  }

  public Optional<T> first() {
    return list().stream().findFirst();
  }

  /** The row that there always is. */
  public T one() {
    return first().orElseThrow();
  }
}

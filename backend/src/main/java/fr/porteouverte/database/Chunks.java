package fr.porteouverte.database;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ids in portions for {@code in (:ids)}: PostgreSQL's driver takes at most 65,535 parameters in a
 * statement.
 */
public final class Chunks {
  static final int SIZE = 1_000;

  private Chunks() {}

  public static <T> Stream<List<T>> of(Collection<T> ids) {
    List<T> all = List.copyOf(ids);
    int chunks = (all.size() + SIZE - 1) / SIZE;
    return IntStream.range(0, chunks)
        .mapToObj(i -> all.subList(i * SIZE, Math.min((i + 1) * SIZE, all.size())));
  }
}

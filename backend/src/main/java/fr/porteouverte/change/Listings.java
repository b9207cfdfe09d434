package fr.porteouverte.change;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is in a system's places in the order of its last change, so that pages skip and repeat
 * nothing while others write.
 */
@ApplicationScoped
class Listings {
  static final String SINCE = "Only what changed from then on";
  static final String NEXT = "The `next` of the answer before; absent: from the beginning";
  static final String GO_ON = "Give it back as `after`, later too: what changes meanwhile follows";
  static final String MORE = "There are more already: ask again at once";

  private static final int USUAL = 100;

  @Inject ChangeFeed feed;
  @Inject AskedPlaces places;
  @Inject EntityManager database;
  @Inject Transactions transactions;

  /**
   * A page.
   *
   * @param next where the following one begins, also when there is none yet
   */
  record Found<T>(List<T> items, String next, boolean more) {}

  /**
   * What is listed.
   *
   * @param from with {@code change_latest l} and the rows as {@code b}
   */
  record Kind<R, T>(
      String name,
      String columns,
      String from,
      Class<R> row,
      ToLongFunction<R> seq,
      Function<R, T> view) {}

  /** As it came. */
  record Request(
      @Nullable String since, @Nullable String after, List<String> sites, @Nullable String limit) {}

  <R, T> Found<T> find(Request request, Kind<R, T> kind) {
    FieldReader fields = new FieldReader();
    int most = fields.limit(request.limit(), USUAL);
    OffsetDateTime moment = fields.moment("updatedSince", request.since());
    Set<Long> asked = AskedPlaces.ids(fields, request.sites());
    fields.check();
    long begin = position(request.after());
    ChangeFeed.Filter where = places.filter(List.of(), asked);
    // By itself: all who number wait for it, and reading a page may take long. What changes
    // meanwhile has a larger number, and comes with the next page.
    ChangeFeed.Numbered numbered = transactions.call(feed::number);
    return transactions.call(
        () -> {
          Latest.Asked wanted =
              new Latest.Asked(
                  begin, numbered.last(), moment == null ? null : moment.toInstant(), where, most);
          List<R> rows =
              wanted.nowhere()
                  ? List.of()
                  : wanted
                      .fill(
                          Sql.of(
                              database,
                              "select " + kind.columns() + kind.from() + wanted.condition()),
                          kind.name())
                      .list(kind.row());
          boolean more = rows.size() > most;
          List<R> page = more ? rows.subList(0, most) : rows;
          long next = more ? kind.seq().applyAsLong(page.get(most - 1)) : numbered.last();
          return new Found<>(
              page.stream().map(kind.view()).toList(),
              Cursor.encode(Long.toString(Math.max(begin, next))),
              more || numbered.more());
        });
  }

  private static long position(@Nullable String after) {
    String position = Cursor.decode(after);
    if (position == null) {
      return Long.MIN_VALUE;
    }
    if (!position.matches("-?[0-9]{1,18}")) {
      throw Cursor.refused();
    }
    return Long.parseLong(position);
  }
}

package fr.porteouverte.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.HashSet;
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
  private static final int USUAL = 100;

  @Inject ChangeFeed feed;
  @Inject Access access;
  @Inject EntityManager database;
  @Inject Transactions transactions;

  /**
   * A page.
   *
   * @param next where the following one begins, also when there is none yet
   */
  record Found<T>(List<T> items, String next, boolean more) {}

  <R, T> Found<T> find(
      @Nullable String since,
      @Nullable String after,
      List<String> sites,
      @Nullable String limit,
      String kind,
      String columns,
      String from,
      Class<R> row,
      ToLongFunction<R> seq,
      Function<R, T> view) {
    FieldReader fields = new FieldReader();
    int most = fields.limit(limit, USUAL);
    OffsetDateTime moment = fields.moment("updatedSince", since);
    Set<Long> asked = sites.isEmpty() ? null : ids(fields, sites);
    fields.check();
    long begin = position(after);
    CurrentAgent caller = access.caller();
    ChangeFeed.Filter where =
        caller.is(Role.ADMIN)
            ? new ChangeFeed.Filter(List.of(), asked, null)
            : ChangeFeed.Filter.within(List.of(), asked, caller.sites(), caller.partner());
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
                      .fill(Sql.of(database, "select " + columns + from + wanted.condition()), kind)
                      .list(row);
          boolean more = rows.size() > most;
          List<R> page = more ? rows.subList(0, most) : rows;
          long next = more ? seq.applyAsLong(page.get(most - 1)) : numbered.last();
          return new Found<>(
              page.stream().map(view).toList(),
              Cursor.encode(Long.toString(Math.max(begin, next))),
              more || numbered.more());
        });
  }

  private static Set<Long> ids(FieldReader fields, List<String> sites) {
    Set<Long> ids = new HashSet<>();
    for (String site : sites) {
      Long id = fields.id("site", site);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
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

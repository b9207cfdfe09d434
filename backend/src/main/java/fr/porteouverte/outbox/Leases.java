package fr.porteouverte.outbox;

import fr.porteouverte.database.Engine;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sends what, for a while. A lease is committed before anything is sent; when its holder dies,
 * somebody else takes the message over once the lease has ended.
 */
@ApplicationScoped
class Leases {
  /** What goes in one message is taken by its first one: see {@link Envelopes}. */
  private static final String FIRST_OF_ITS_GROUP =
      " and (told_with is null or not exists (select 1 from outbox other where other.told_with ="
          + " outbox.told_with and other.state = 'waiting' and other.channel = outbox.channel"
          + " and (other.due_at < outbox.due_at or (other.due_at = outbox.due_at and other.id <"
          + " outbox.id))))";

  @Inject EntityManager database;
  @Inject Engine engine;

  /**
   * What is due and nobody sends. An attempt counts from here: one may kill us.
   *
   * @param since null: oldest first; else only what was written from then on, in that order
   */
  List<Long> take(
      Collection<MessageChannel> channels,
      int limit,
      @Nullable Instant since,
      String lease,
      Instant now,
      Instant until) {
    // As the two indexes have it: of a mass only the next ones are read.
    String which =
        since == null
            ? " order by due_at, id"
            : " and created_at >= :since order by created_at, id";
    Sql query =
        Sql.of(
                database,
                "select id from outbox where state = 'waiting' and channel <> 'call'"
                    + " and channel in (:channels) and due_at <= :now"
                    + " and (leased_until is null or leased_until <= :now)"
                    + FIRST_OF_ITS_GROUP
                    + which
                    + " limit :limit"
                    + skipping())
            .with("channels", channels)
            .with("now", now)
            .with("limit", limit);
    if (since != null) {
      query.with("since", since);
    }
    List<Long> due = query.list(Long.class);
    return due.isEmpty() ? due : taken(due, lease, now, until);
  }

  private List<Long> taken(List<Long> due, String lease, Instant now, Instant until) {
    int taken =
        Sql.of(
                database,
                "update outbox set leased_by = :lease, leased_until = :until, attempts = attempts + 1"
                    + " where id in (:ids) and state = 'waiting'"
                    + " and (leased_until is null or leased_until <= :now)")
            .with("lease", lease)
            .with("until", until)
            .with("ids", due)
            .with("now", now)
            .run();
    return taken == due.size() ? due : held(due, lease);
  }

  /** Without those that somebody else took, or took away, in between. */
  private List<Long> held(List<Long> due, String lease) {
    List<Long> held =
        Sql.of(database, "select id from outbox where id in (:ids) and leased_by = :lease")
            .with("ids", due)
            .with("lease", lease)
            .list(Long.class);
    return due.stream().filter(held::contains).toList();
  }

  /** Given back untried. */
  void release(Collection<Long> ids, String lease) {
    Sql.of(
            database,
            "update outbox set leased_by = null, leased_until = null, attempts = attempts - 1"
                + " where id in (:ids) and leased_by = :lease")
        .with("ids", ids)
        .with("lease", lease)
        .run();
  }

  /** On H2 this would lock every row that it looks at; its one process does without. */
  private String skipping() {
    return engine.isPostgresql() ? " for update skip locked" : "";
  }
}

package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who sends what, for a while. A lease is committed before anything is sent; when its holder dies,
 * somebody else takes the message over once the lease has ended.
 */
@ApplicationScoped
class Leases {
  private final EntityManager database;
  private final String skipping;

  Leases(EntityManager database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this.database = database;
    // On H2 this would lock every row that it looks at; its one process does without.
    this.skipping = "postgresql".equals(kind) ? " for update skip locked" : "";
  }

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
    Query query =
        database
            .createNativeQuery(
                "select id from outbox where state = 'waiting' and channel <> 'call'"
                    + " and channel in (:channels) and due_at <= :now"
                    + " and (leased_until is null or leased_until <= :now)"
                    + which
                    + " limit :limit"
                    + skipping)
            .setParameter("channels", channels.stream().map(MessageChannel::name).toList())
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .setParameter("limit", limit);
    if (since != null) {
      query.setParameter("since", since.atOffset(ZoneOffset.UTC));
    }
    List<?> due = query.getResultList();
    List<Long> ids = due.stream().map(id -> ((Number) id).longValue()).toList();
    return ids.isEmpty() ? ids : taken(ids, lease, now, until);
  }

  private List<Long> taken(List<Long> due, String lease, Instant now, Instant until) {
    int taken =
        database
            .createNativeQuery(
                "update outbox set leased_by = :lease, leased_until = :until, attempts = attempts + 1"
                    + " where id in (:ids) and state = 'waiting'"
                    + " and (leased_until is null or leased_until <= :now)")
            .setParameter("lease", lease)
            .setParameter("until", until.atOffset(ZoneOffset.UTC))
            .setParameter("ids", due)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    return taken == due.size() ? due : held(due, lease);
  }

  /** Without those that somebody else took, or took away, in between. */
  private List<Long> held(List<Long> due, String lease) {
    Set<Long> held = new HashSet<>();
    for (Object id :
        database
            .createNativeQuery("select id from outbox where id in (:ids) and leased_by = :lease")
            .setParameter("ids", due)
            .setParameter("lease", lease)
            .getResultList()) {
      held.add(((Number) id).longValue());
    }
    return due.stream().filter(held::contains).toList();
  }

  /** Given back untried. */
  void release(Collection<Long> ids, String lease) {
    database
        .createNativeQuery(
            "update outbox set leased_by = null, leased_until = null, attempts = attempts - 1"
                + " where id in (:ids) and leased_by = :lease")
        .setParameter("ids", ids)
        .setParameter("lease", lease)
        .executeUpdate();
  }
}

package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
   * What is due and nobody sends, oldest first. An attempt counts from here: one may kill us.
   *
   * @param since neither due nor written before
   */
  List<Long> take(
      Collection<Channel> channels,
      int limit,
      Instant since,
      String lease,
      Instant now,
      Instant until) {
    List<?> due =
        database
            .createNativeQuery(
                "select id from outbox where state = 'waiting' and channel in (:channels)"
                    + " and due_at <= :now and (leased_until is null or leased_until <= :now)"
                    + " and due_at >= :since and created_at >= :since order by due_at, id"
                    + " limit :limit"
                    + skipping)
            .setParameter("channels", channels.stream().map(Channel::name).toList())
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .setParameter("since", since.atOffset(ZoneOffset.UTC))
            .setParameter("limit", limit)
            .getResultList();
    List<Long> taken = new ArrayList<>();
    for (Object row : due) {
      long id = ((Number) row).longValue();
      if (took(id, lease, now, until)) {
        taken.add(id);
      }
    }
    return taken;
  }

  private boolean took(long id, String lease, Instant now, Instant until) {
    return database
            .createNativeQuery(
                "update outbox set leased_by = :lease, leased_until = :until, attempts = attempts + 1"
                    + " where id = :id and state = 'waiting'"
                    + " and (leased_until is null or leased_until <= :now)")
            .setParameter("lease", lease)
            .setParameter("until", until.atOffset(ZoneOffset.UTC))
            .setParameter("id", id)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Given back untried. */
  void release(Collection<Long> ids, String lease) {
    for (long id : ids) {
      database
          .createNativeQuery(
              "update outbox set leased_by = null, leased_until = null, attempts = attempts - 1"
                  + " where id = :id and leased_by = :lease")
          .setParameter("id", id)
          .setParameter("lease", lease)
          .executeUpdate();
    }
  }
}

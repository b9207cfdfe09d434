package fr.porteouverte.outbox;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that go in one: each keeps its row, its once-only key and its fate. They are leased
 * together before anything is composed, so that none goes a second time by itself; whoever cannot
 * come along waits, and goes next.
 */
@ApplicationScoped
class Envelopes {
  @Inject EntityManager database;
  @Inject Outbox outbox;
  @Inject Composers composers;
  @Inject Clock clock;

  /**
   * Those that go with a leased one, under the same lease. Joins the caller's transaction.
   *
   * @return without the first itself
   */
  List<OutboxMessage> fill(OutboxMessage first) {
    Composer composer = composers.of(first.kind());
    if (!composer.gathers(first)) {
      return List.of();
    }
    List<OutboxMessage> others = composer.alongside(first, waitingWith(first));
    if (!others.isEmpty()) {
      lease(first, others);
    }
    List<OutboxMessage> held = new ArrayList<>();
    for (OutboxMessage other : others) {
      database.refresh(other);
      // Somebody else may have taken it, or its cause may have changed, in between.
      if (first.lease() != null && other.isLeasedBy(first.lease())) {
        held.add(other);
      }
    }
    return held;
  }

  private List<OutboxMessage> waitingWith(OutboxMessage first) {
    return outbox.list(
        "toldWith = ?1 and id <> ?2 and channel = ?3 and kind = ?4 and state = ?5 and"
            + " (leasedUntil is null or leasedUntil <= ?6) order by id",
        first.group(),
        first.id(),
        first.channel(),
        first.kind(),
        MessageState.waiting,
        clock.instant());
  }

  private void lease(OutboxMessage first, List<OutboxMessage> others) {
    Sql.of(
            database,
            "update outbox set told_with = :first, leased_by = :lease, leased_until = :until,"
                + " attempts = attempts + 1 where id in (:ids) and state = 'waiting'"
                + " and (leased_until is null or leased_until <= :now)")
        .with("first", first.id())
        .with("lease", first.lease())
        .with("until", first.leasedUntil())
        .with("ids", others.stream().map(OutboxMessage::id).toList())
        .with("now", clock.instant())
        .run();
    Sql.of(database, "update outbox set told_with = :first where id = :first")
        .with("first", first.id())
        .run();
  }

  /**
   * What went, or is just going, in the message of this one.
   *
   * @param lease under which this one is going; null: it has gone
   */
  List<OutboxMessage> wentWith(OutboxMessage first, @Nullable String lease) {
    return outbox
        .list(
            "toldWith = ?1 and id <> ?1 and channel = ?2 order by id", first.id(), first.channel())
        .stream()
        .filter(other -> other.sentAt() != null || (lease != null && other.isLeasedBy(lease)))
        .toList();
  }
}

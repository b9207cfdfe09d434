package fr.porteouverte.outbox;

import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell. Written in the transaction of what it tells, so that neither happens
 * without the other.
 */
@ApplicationScoped
public class Outbox implements PanacheRepository<OutboxMessage> {
  @Inject Event<Written> written;
  @Inject Clock clock;

  /** Something is due now: published inside the transaction, of interest after its commit. */
  record Written() {}

  /**
   * Joins the caller's transaction.
   *
   * @return false: this cause has been told, or will be
   */
  public boolean write(Draft draft) {
    return write(draft, null);
  }

  /**
   * Joins the caller's transaction.
   *
   * @param with another one about the same to the same person: while both wait they go in one
   *     message. Null: by itself
   * @return false: this cause has been told, or will be
   */
  public boolean write(Draft draft, @Nullable OutboxMessage with) {
    Instant now = clock.instant();
    if (with != null) {
      Sql.of(
              getEntityManager(),
              "update outbox set told_with = :id where id = :id and told_with is null")
          .with("id", with.id())
          .run();
    }
    boolean isNew = insert(List.of(draft), with, now, UNLESS_TOLD).run() == 1;
    if (isNew) {
      wake(draft, now);
    }
    return isNew;
  }

  /**
   * As {@link #write(Draft)}, where nobody asks whether they have been told: in one statement,
   * which goes with what else the transaction sends next.
   */
  public void writeLater(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    insert(drafts, null, now, UNLESS_TOLD).later();
    drafts.forEach(draft -> wake(draft, now));
  }

  /**
   * The same of something that is just being made: nobody can have been told of it. PostgreSQL
   * looks into three indexes for each row that might have been there.
   */
  public void writeFirst(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    insert(drafts, null, now, "").later();
    drafts.forEach(draft -> wake(draft, now));
  }

  private void wake(Draft draft, Instant now) {
    if (draft.channel() != MessageChannel.call && !draft.due().isAfter(now)) {
      written.fire(new Written());
    }
  }

  private static final String ROW =
      "(:uid#, :kind#, :cause#, :recipient#, :channel#, 'waiting', cast(:site# as bigint),"
          + " cast(:booking# as bigint), cast(:detail# as varchar), :now, :due#, :giveUp#,"
          + " cast(:with# as bigint))";

  private static final String UNLESS_TOLD = " on conflict do nothing";

  private Sql insert(
      List<Draft> drafts, @Nullable OutboxMessage with, Instant now, String conflict) {
    Sql insert =
        Sql.of(
                getEntityManager(),
                "insert into outbox (uid, kind, cause, recipient, channel, state, site_id,"
                    + " booking_id, detail, created_at, due_at, give_up_at, told_with) values "
                    + rows(drafts.size())
                    + conflict)
            .with("now", now);
    for (int row = 0; row < drafts.size(); row++) {
      Draft draft = drafts.get(row);
      insert
          .with("uid" + row, UUID.randomUUID())
          .with("kind" + row, draft.kind())
          .with("cause" + row, draft.cause())
          .with("recipient" + row, draft.recipient())
          .with("channel" + row, draft.channel().name())
          .with("site" + row, draft.siteId())
          .with("booking" + row, draft.bookingId())
          .with("detail" + row, draft.detail())
          .with("due" + row, draft.due())
          .with("giveUp" + row, draft.giveUp())
          .with("with" + row, with == null ? null : with.group());
    }
    return insert;
  }

  private static String rows(int number) {
    return IntStream.range(0, number)
        .mapToObj(row -> ROW.replace("#", Integer.toString(row)))
        .collect(Collectors.joining(", "));
  }

  /** What waits about a booking no longer goes. */
  public int supersede(long bookingId, Instant now) {
    return getEntityManager()
        .createQuery(
            "update OutboxMessage m set m.state = :superseded, m.settledAt = :now, m.leasedBy ="
                + " null, m.leasedUntil = null where m.bookingId = :booking and m.state = :waiting")
        .setParameter("superseded", MessageState.superseded)
        .setParameter("now", now)
        .setParameter("booking", bookingId)
        .setParameter("waiting", MessageState.waiting)
        .executeUpdate();
  }

  /** What waits of these kinds about one cause no longer goes. */
  public int supersede(Collection<String> kinds, String cause, Instant now) {
    return getEntityManager()
        .createQuery(
            "update OutboxMessage m set m.state = :superseded, m.settledAt = :now, m.leasedBy ="
                + " null, m.leasedUntil = null where m.kind in :kinds and m.cause = :cause and"
                + " m.state = :waiting")
        .setParameter("superseded", MessageState.superseded)
        .setParameter("now", now)
        .setParameter("kinds", kinds)
        .setParameter("cause", cause)
        .setParameter("waiting", MessageState.waiting)
        .executeUpdate();
  }

  /** The first that still waits of a kind about one of these bookings. */
  public Optional<OutboxMessage> waiting(
      String kind, MessageChannel channel, Collection<Long> bookingIds) {
    return bookingIds.isEmpty()
        ? Optional.empty()
        : find(
                "bookingId in ?1 and kind = ?2 and channel = ?3 and state = ?4 order by id",
                bookingIds,
                kind,
                channel,
                MessageState.waiting)
            .firstResultOptional();
  }

  public List<OutboxMessage> about(long bookingId) {
    return list("bookingId = ?1 order by id", bookingId);
  }

  /** That something was written down, in whatever way and whatever became of it. */
  public record Planned(String kind, String cause, MessageChannel channel) {}

  public List<Planned> planned(Collection<String> kinds, Collection<Long> bookingIds) {
    return getEntityManager()
        .createQuery(
            "select m.kind, m.cause, m.channel from OutboxMessage m where m.bookingId in :bookings"
                + " and m.kind in :kinds",
            Planned.class)
        .setParameter("bookings", bookingIds)
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /** Several at once, by booking; one without any is missing. */
  public Map<Long, List<OutboxMessage>> about(Collection<Long> bookingIds) {
    return bookingIds.isEmpty()
        ? Map.of()
        : list("bookingId in ?1 order by id", bookingIds).stream()
            .collect(Collectors.groupingBy(OutboxMessage::bookingId));
  }

  public Optional<OutboxMessage> written(String kind, String cause, String recipient) {
    return find("kind = ?1 and cause = ?2 and recipient = ?3", kind, cause, recipient)
        .firstResultOptional();
  }

  /** Read anew under its lock. */
  public Optional<OutboxMessage> locked(long id) {
    return findByIdOptional(id)
        .map(
            message -> {
              getEntityManager().refresh(message, LockModeType.PESSIMISTIC_WRITE);
              return message;
            });
  }
}

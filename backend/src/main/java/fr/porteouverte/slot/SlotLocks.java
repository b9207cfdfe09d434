package fr.porteouverte.slot;

import fr.porteouverte.database.Soon;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a slot row that may be changed. Everybody locks in the order of start, then id, in
 * one statement; so two who want the same rows wait for each other and never in a circle.
 *
 * <p>No slot entity may be in the persistence context before {@link #lock}: a managed instance is
 * not read again, and its counts would be those of before the wait.
 */
@ApplicationScoped
public class SlotLocks {
  private static final String PLACE =
      "select new fr.porteouverte.slot.SlotRef(s.id, s.sessionId, s.permanenceId, s.start,"
          + " s.end) from Slot s where ";

  @Inject EntityManager database;
  @Inject GoneSlots gone;
  @Inject SlotNews news;

  public Optional<SlotRef> place(long slotId) {
    // "= :id": Hibernate translates a query with a list anew each time.
    return database
        .createQuery(PLACE + "s.id = :id", SlotRef.class)
        .setParameter("id", slotId)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The ids of the rows from this one on, within its session, that begin before {@code stop}. */
  public List<Long> run(SlotRef first, Instant stop) {
    return database
        .createQuery(
            "select s.id from Slot s where s.sessionId = :session and s.start >= :start and s.start"
                + " < :stop order by s.start",
            Long.class)
        .setParameter("session", first.sessionId())
        .setParameter("start", first.start())
        .setParameter("stop", stop)
        .getResultList();
  }

  /**
   * The ids of these rows, and of those of their sessions that begin less than this before or after
   * one of them.
   */
  public List<Long> near(Collection<Long> ids, Duration within) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Set<Long> near = new LinkedHashSet<>();
    for (SlotRef place : places(ids)) {
      near.addAll(
          database
              .createQuery(
                  "select s.id from Slot s where s.sessionId = :session and s.start > :after and"
                      + " s.start < :before",
                  Long.class)
              .setParameter("session", place.sessionId())
              .setParameter("after", place.start().minus(within))
              .setParameter("before", place.start().plus(within))
              .getResultList());
    }
    return List.copyOf(near);
  }

  private List<SlotRef> places(Collection<Long> ids) {
    return database
        .createQuery(PLACE + "s.id in :ids", SlotRef.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The rows of these ids that still exist, locked until the transaction ends, by start. */
  public List<Slot> lock(Collection<Long> ids) {
    List<Slot> locked = read(ids);
    news.changing(locked.stream().map(Slot::permanenceId).collect(Collectors.toSet()));
    return locked;
  }

  /** A row as the database has it. */
  record Row(
      long id,
      long sessionId,
      long permanenceId,
      Instant startAt,
      Instant endAt,
      int capacity,
      int keptPhone,
      int keptWalkIn,
      int taken,
      @Nullable Instant nextExpiry,
      boolean closed) {}

  /** A lock on one row that is asked for together with other things. */
  public final class Asked {
    private final Soon<Row> row;

    private Asked(Soon<Row> row) {
      this.row = row;
    }

    /** The row, locked until the transaction ends; none: it exists no more. */
    public List<Slot> locked() {
      List<Slot> locked = row.list().stream().map(Slot::new).toList();
      locked.forEach(slot -> news.changing(Set.of(slot.permanenceId())));
      return locked;
    }
  }

  /** As {@link #lock} of one row, by a transaction that does no more with it than take places. */
  public Asked ahead(long id) {
    return new Asked(
        Sql.of(
                database,
                "select id, session_id, permanence_id, start_at, end_at, capacity, kept_phone,"
                    + " kept_walk_in, taken, next_expiry, closed from slot where id = :id for"
                    + " update")
            .with("id", id)
            .soon(Row.class));
  }

  private List<Slot> read(Collection<Long> ids) {
    if (ids.size() == 1) {
      return Sql.of(database, "select * from slot where id = :id for update")
          .with("id", ids.iterator().next())
          .list(Slot.class);
    }
    return ids.isEmpty()
        ? List.of()
        : Sql.of(database, "select * from slot where id in (:ids) order by start_at, id for update")
            .with("ids", ids)
            .list(Slot.class);
  }

  /** The ids of a session's rows that end later than this. */
  List<Long> ofSession(long sessionId, Instant from) {
    return database
        .createQuery(
            "select s.id from Slot s where s.sessionId = :session and s.end > :from", Long.class)
        .setParameter("session", sessionId)
        .setParameter("from", from)
        .getResultList();
  }

  /** The same, read again even if this transaction has read and changed them in bulk before. */
  public List<Slot> lockFresh(Collection<Long> ids) {
    List<Slot> slots = lock(ids);
    slots.forEach(database::refresh);
    return slots;
  }

  /** Removes those of these locked rows that are closed and empty. */
  public void dropClosed(Collection<Slot> locked) {
    List<Slot> empty = locked.stream().filter(slot -> slot.closed() && slot.taken() == 0).toList();
    gone.keep(empty.stream().map(Slot::id).toList());
    empty.forEach(database::remove);
  }

  /** Locks the rows of several permanences that begin in a time, in one statement; reads none. */
  void lockAll(Collection<Long> permanenceIds, Instant from, Instant before) {
    Sql.of(
            database,
            "select id from slot where permanence_id in (:permanences) and start_at >= :from"
                + " and start_at < :before order by start_at, id for update")
        .with("permanences", permanenceIds)
        .with("from", from)
        .with("before", before)
        .list(Long.class);
  }

  /**
   * The rows of a permanence that begin after one instant and before another, locked by start. No
   * entities: materialisation changes many, in bulk.
   */
  List<SlotRow> lock(long permanenceId, Instant after, Instant before) {
    return Sql.of(
            database,
            "select id, session_id, start_at, end_at, capacity, kept_phone, kept_walk_in,"
                + " taken, closed from slot"
                + " where permanence_id = :permanence and start_at > :after"
                + " and start_at < :before order by start_at, id for update")
        .with("permanence", permanenceId)
        .with("after", after)
        .with("before", before)
        .list(SlotRow.Columns.class)
        .stream()
        .map(SlotRow.Columns::row)
        .toList();
  }
}

package fr.porteouverte.slot;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Gives a part of a permanence's rows to another one: sessions and slots keep their ids, and so
 * everything that refers to them. Bookings follow by their own room.
 */
@ApplicationScoped
public class CalendarCut {
  private static final String AHEAD = "permanence_id = :p and start_at > :after";

  @Inject EntityManager database;

  /**
   * Locks what is ahead of a permanence, and these rows elsewhere, in the one order of all writers
   * of slots. No entity is read. The caller has locked the permanence: no row is added meanwhile.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long permanenceId, Instant after, Collection<Long> others) {
    // No subquery: H2 would make its list anew for each row.
    Sql lock =
        Sql.of(
                database,
                "select id from slot where "
                    + (others.isEmpty() ? AHEAD : "(" + AHEAD + " or id in (:ids))")
                    + " order by start_at, id for update")
            .with("p", permanenceId)
            .with("after", after);
    if (!others.isEmpty()) {
      lock.with("ids", others);
    }
    lock.list(Long.class);
  }

  /** The open slot of one of these permanences that begins then. */
  public Optional<Long> slotAt(Collection<Long> permanenceIds, Instant start) {
    return Sql.of(
            database,
            "select id from slot where permanence_id in (:ids) and start_at = :start"
                + " and not closed order by id")
        .with("ids", permanenceIds)
        .with("start", start)
        .first(Long.class);
  }

  /** Under those locks: all that begins in this time. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(long from, long to, Instant start, Instant before) {
    database.flush();
    for (String table : List.of("session", "slot")) {
      Sql.of(
              database,
              "update "
                  + table
                  + " set permanence_id = :new where permanence_id = :old"
                  + " and start_at >= :start and start_at < :before")
          .with("new", to)
          .with("old", from)
          .with("start", start)
          .with("before", before)
          .run();
    }
  }
}

package fr.porteouverte.slot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
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
    Query query =
        database
            .createNativeQuery(
                "select id from slot where "
                    + (others.isEmpty() ? AHEAD : "(" + AHEAD + " or id in (:ids))")
                    + " order by start_at, id for update")
            .setParameter("p", permanenceId)
            .setParameter("after", after.atOffset(ZoneOffset.UTC));
    if (!others.isEmpty()) {
      query.setParameter("ids", others);
    }
    query.getResultList();
  }

  /** The open slot of one of these permanences that begins then. */
  @SuppressWarnings("unchecked")
  public Optional<Long> slotAt(Collection<Long> permanenceIds, Instant start) {
    return ((List<Object>)
            database
                .createNativeQuery(
                    "select id from slot where permanence_id in (:ids) and start_at = :start"
                        + " and not closed order by id")
                .setParameter("ids", permanenceIds)
                .setParameter("start", start.atOffset(ZoneOffset.UTC))
                .getResultList())
        .stream().map(id -> ((Number) id).longValue()).findFirst();
  }

  /** Under those locks: all that begins in this time. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(long from, long to, Instant start, Instant before) {
    database.flush();
    for (String table : List.of("session", "slot")) {
      database
          .createNativeQuery(
              "update "
                  + table
                  + " set permanence_id = :new where permanence_id = :old"
                  + " and start_at >= :start and start_at < :before")
          .setParameter("new", to)
          .setParameter("old", from)
          .setParameter("start", start.atOffset(ZoneOffset.UTC))
          .setParameter("before", before.atOffset(ZoneOffset.UTC))
          .executeUpdate();
    }
  }
}

package fr.porteouverte.slot;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rows of a permanence's sessions and slots, as planning reads them: no entities. */
@ApplicationScoped
class CalendarRows {
  private static final String EXPIRED =
      " where permanence_id = :permanence and start_at > :after and start_at < :before"
          + " and next_expiry <= :now";

  @Inject EntityManager database;

  /** The session rows as they are, without a lock. */
  List<SessionRow> sessions(long permanenceId, LocalDate from, LocalDate to) {
    return sessions(permanenceId, from, to, "");
  }

  /**
   * The same, locked: who confirms one of them did so before, and is to hear of a change, or waits
   * and finds it changed. After the slots' locks.
   */
  List<SessionRow> lockedSessions(long permanenceId, LocalDate from, LocalDate to) {
    return sessions(permanenceId, from, to, " order by id for update");
  }

  private List<SessionRow> sessions(
      long permanenceId, LocalDate from, LocalDate to, String locking) {
    return Sql.of(
            database,
            "select id, local_date, start_at, end_at, state, partner_attendance, withdrawn,"
                + " agent, stopped_at from session"
                + " where permanence_id = :permanence and local_date >= :from and local_date < :to"
                + locking)
        .with("permanence", permanenceId)
        .with("from", from)
        .with("to", to)
        .list(SessionRow.Columns.class)
        .stream()
        .map(SessionRow.Columns::row)
        .toList();
  }

  /** The slot rows as they are, without a lock; seats that have expired do not count. */
  List<SlotRow> slots(long permanenceId, Instant after, Instant before, Instant now) {
    return Sql.of(
            database,
            "select id, session_id, start_at, end_at, capacity, kept_phone, kept_walk_in,"
                + " case when next_expiry <= :now then (select count(*) from seat"
                + " where slot_id = slot.id and (expires_at is null or expires_at > :now))"
                + " else taken end as taken, closed from slot"
                + " where permanence_id = :permanence and start_at > :after and start_at < :before"
                + " order by permanence_id, start_at")
        .with("now", now)
        .with("permanence", permanenceId)
        .with("after", after)
        .with("before", before)
        .list(SlotRow.Columns.class)
        .stream()
        .map(SlotRow.Columns::row)
        .toList();
  }

  /**
   * Frees the seats of expired holds in locked rows.
   *
   * @return whether any row changed, and must be read again
   */
  boolean dropExpired(long permanenceId, Instant after, Instant before, Instant now) {
    expired(
            "delete from seat where expires_at <= :now and slot_id in (select id from slot"
                + EXPIRED
                + ")",
            permanenceId,
            after,
            before,
            now)
        .run();
    return expired(
                "update slot set taken = (select count(*) from seat where slot_id = slot.id),"
                    + " next_expiry = (select min(expires_at) from seat where slot_id = slot.id)"
                    + EXPIRED,
                permanenceId,
                after,
                before,
                now)
            .run()
        > 0;
  }

  private Sql expired(
      String statement, long permanenceId, Instant after, Instant before, Instant now) {
    return Sql.of(database, statement)
        .with("permanence", permanenceId)
        .with("after", after)
        .with("before", before)
        .with("now", now);
  }
}

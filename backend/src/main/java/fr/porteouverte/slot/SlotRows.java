package fr.porteouverte.slot;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.slot.SlotPlan.MovedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * The rows of sessions and slots in bulk: plain JDBC on the transaction's own connection, because
 * identity columns keep Hibernate from batching.
 */
@ApplicationScoped
class SlotRows {
  private static final int BATCH = 1_000;

  @Inject Session database;

  /** Sets one row of a batch. */
  private interface Binder<T> {
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

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
    return database.doReturningWork(
        connection -> {
          String sql =
              "select id, local_date, start_at, end_at, state, partner_attendance, withdrawn,"
                  + " agent from session"
                  + " where permanence_id = ? and local_date >= ? and local_date < ?"
                  + locking;
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, permanenceId);
            statement.setObject(2, from);
            statement.setObject(3, to);
            List<SessionRow> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery();
            while (result.next()) {
              rows.add(session(result));
            }
            return rows;
          }
        });
  }

  private static SessionRow session(ResultSet row) throws SQLException {
    String state = row.getString(5);
    return new SessionRow(
        row.getLong(1),
        row.getObject(2, LocalDate.class),
        instant(row, 3),
        instant(row, 4),
        state.equals("cancelled") || "absent".equals(row.getString(6)),
        row.getBoolean(7),
        state.equals("confirmed") || state.equals("planned") && row.getString(8) != null);
  }

  /** The slot rows as they are, without a lock; seats that have expired do not count. */
  List<SlotRow> slots(long permanenceId, Instant after, Instant before, Instant now) {
    return database.doReturningWork(
        connection -> {
          String sql =
              "select id, session_id, start_at, end_at, capacity, kept_phone, kept_walk_in,"
                  + " case when next_expiry <= ? then (select count(*) from seat"
                  + " where slot_id = slot.id and (expires_at is null or expires_at > ?))"
                  + " else taken end, closed from slot"
                  + " where permanence_id = ? and start_at > ? and start_at < ?"
                  + " order by permanence_id, start_at";
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at(now));
            statement.setObject(2, at(now));
            statement.setLong(3, permanenceId);
            statement.setObject(4, at(after));
            statement.setObject(5, at(before));
            List<SlotRow> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery();
            while (result.next()) {
              rows.add(
                  new SlotRow(
                      result.getLong(1),
                      result.getLong(2),
                      instant(result, 3),
                      instant(result, 4),
                      new SlotCapacity(result.getInt(5), result.getInt(6), result.getInt(7)),
                      result.getInt(8),
                      result.getBoolean(9)));
            }
            return rows;
          }
        });
  }

  /**
   * Frees the seats of expired holds in locked rows.
   *
   * @return whether any row changed, and must be read again
   */
  boolean dropExpired(long permanenceId, Instant after, Instant before, Instant now) {
    return database.doReturningWork(
        connection -> {
          String which =
              " where permanence_id = ? and start_at > ? and start_at < ? and next_expiry <= ?";
          String delete =
              "delete from seat where expires_at <= ? and slot_id in (select id from slot"
                  + which
                  + ")";
          try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setObject(1, at(now));
            range(statement, 2, permanenceId, after, before, now);
            statement.executeUpdate();
          }
          String recount =
              "update slot set taken = (select count(*) from seat where slot_id = slot.id),"
                  + " next_expiry = (select min(expires_at) from seat where slot_id = slot.id)"
                  + which;
          try (PreparedStatement statement = connection.prepareStatement(recount)) {
            range(statement, 1, permanenceId, after, before, now);
            return statement.executeUpdate() > 0;
          }
        });
  }

  private static void range(
      PreparedStatement statement,
      int at,
      long permanenceId,
      Instant after,
      Instant before,
      Instant now)
      throws SQLException {
    statement.setLong(at, permanenceId);
    statement.setObject(at + 1, at(after));
    statement.setObject(at + 2, at(before));
    statement.setObject(at + 3, at(now));
  }

  /**
   * Carries a plan out. A session that goes leaves its row when somebody counts on it: it was to be
   * today, it was confirmed, or people are booked in it, or just lost it. (Bookings lie above this
   * room.)
   *
   * @param today local date of the house
   */
  void apply(
      SlotPlan plan,
      long permanenceId,
      long siteId,
      SlotCapacity places,
      LocalDate today,
      Instant now) {
    batch("delete from slot where id = ?", plan.goneSlots, (s, id) -> s.setLong(1, id));
    batch(
        "update slot set closed = true where id = ?",
        plan.closedSlots,
        (s, id) -> s.setLong(1, id));
    batch(
        "update session set start_at = ?, end_at = ?, withdrawn = false, version = version + 1"
            + " where id = ?",
        plan.movedSessions,
        (s, session) -> {
          s.setObject(1, at(session.start()));
          s.setObject(2, at(session.end()));
          s.setLong(3, session.id());
        });
    unconfirm(plan.movedSessions.stream().filter(MovedSession::otherHours).toList(), now);
    insertSessions(plan.newSessions, permanenceId, siteId, plan.sessionIds);
    batch(
        "update slot set session_id = ?, closed = false, capacity = ?, kept_phone = ?,"
            + " kept_walk_in = ? where id = ?",
        plan.changedSlots,
        (s, slot) -> {
          s.setLong(1, plan.sessionAt(slot.sessionStart()));
          places(s, 2, slot.places());
          s.setLong(5, slot.id());
        });
    batch(
        "insert into slot (session_id, permanence_id, start_at, end_at, capacity,"
            + " kept_phone, kept_walk_in) values (?, ?, ?, ?, ?, ?, ?)",
        plan.newSlots,
        (s, slot) -> {
          s.setLong(1, plan.sessionAt(slot.sessionStart()));
          s.setLong(2, permanenceId);
          s.setObject(3, at(slot.piece().start()));
          s.setObject(4, at(slot.piece().end()));
          places(s, 5, places);
        });
    batch(
        // One that somebody has a link to stays, so that the link can say that it is off.
        "delete from session where id = ? and local_date > ?"
            + " and state = 'planned' and agent is null"
            + " and not exists (select 1 from slot where session_id = session.id)"
            + " and not exists (select 1 from session_link where session_id = session.id)"
            + " and not exists (select 1 from booking b where"
            + " b.permanence_id = session.permanence_id and b.start_at >= session.start_at"
            + " and b.start_at < session.end_at"
            + " and b.state = 'cancelled' and b.cancellation_reason is not null)",
        plan.goneSessions,
        (s, id) -> {
          s.setLong(1, id);
          s.setObject(2, today);
        });
    batch(
        "update session set withdrawn = true, version = version + 1 where id = ?",
        plan.goneSessions,
        (s, id) -> s.setLong(1, id));
  }

  /** What its partner confirmed were other hours: it is to be confirmed again. */
  private void unconfirm(List<MovedSession> sessions, Instant now) {
    batch(
        "insert into session_event (session_id, kind, at, actor, origin, detail)"
            + " select id, 'unconfirmed', ?, 'system', 'system', 'other hours' from session"
            + " where id = ? and state = 'confirmed'",
        sessions,
        (s, session) -> {
          s.setObject(1, at(now));
          s.setLong(2, session.id());
        });
    batch(
        "update session set state = 'planned', confirmed_at = null, version = version + 1"
            + " where id = ? and state = 'confirmed'",
        sessions,
        (s, session) -> s.setLong(1, session.id()));
  }

  private static void places(PreparedStatement statement, int at, SlotCapacity places)
      throws SQLException {
    statement.setInt(at, places.capacity());
    statement.setInt(at + 1, places.keptPhone());
    statement.setInt(at + 2, places.keptWalkIn());
  }

  /** All rows of a permanence; nobody has a seat. */
  void clear(long permanenceId) {
    batch(
        "delete from slot where permanence_id = ?",
        List.of(permanenceId),
        (s, id) -> s.setLong(1, id));
    batch(
        "delete from session where permanence_id = ?",
        List.of(permanenceId),
        (s, id) -> s.setLong(1, id));
  }

  private void insertSessions(
      List<Occurrence> sessions, long permanenceId, long siteId, Map<Instant, Long> ids) {
    if (sessions.isEmpty()) {
      return;
    }
    database.doWork(
        connection -> {
          String sql =
              "insert into session (permanence_id, site_id, local_date, start_at, end_at, state)"
                  + " values (?, ?, ?, ?, ?, 'planned')";
          try (PreparedStatement statement =
              connection.prepareStatement(sql, new String[] {"id"})) {
            for (Occurrence session : sessions) {
              statement.setLong(1, permanenceId);
              statement.setLong(2, siteId);
              statement.setObject(3, session.date());
              statement.setObject(4, at(session.start()));
              statement.setObject(5, at(session.end()));
              statement.addBatch();
            }
            statement.executeBatch();
            ResultSet keys = statement.getGeneratedKeys();
            for (Occurrence session : sessions) {
              keys.next();
              ids.put(session.start(), keys.getLong(1));
            }
          }
        });
  }

  private <T> void batch(String sql, Collection<T> rows, Binder<T> binder) {
    if (rows.isEmpty()) {
      return;
    }
    database.doWork(connection -> batch(connection, sql, rows, binder));
  }

  private static <T> void batch(
      Connection connection, String sql, Collection<T> rows, Binder<T> binder) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
      int waiting = 0;
      for (T row : rows) {
        binder.bind(statement, row);
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet result, int column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }
}

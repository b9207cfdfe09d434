package fr.porteouverte.slot;

import fr.porteouverte.database.Batch;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.slot.SlotPlan.MovedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes the rows of a permanence's sessions and slots in bulk. */
@ApplicationScoped
class SlotRows {
  @Inject EntityManager database;
  @Inject GoneSlots gone;

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
    Batch batch = Batch.on(database);
    gone.keep(plan.goneSlots);
    batch.run("delete from slot where id = ?", plan.goneSlots, List::of);
    batch.run("update slot set closed = true where id = ?", plan.closedSlots, List::of);
    batch.run(
        "update session set start_at = ?, end_at = ?, withdrawn = false, version = version + 1"
            + " where id = ?",
        plan.movedSessions,
        session -> List.of(session.start(), session.end(), session.id()));
    unconfirm(batch, plan.movedSessions.stream().filter(MovedSession::otherHours).toList(), now);
    insert(batch, plan.newSessions, permanenceId, siteId, plan.sessionIds);
    batch.run(
        "update slot set session_id = ?, closed = false, capacity = ?, kept_phone = ?,"
            + " kept_walk_in = ? where id = ?",
        plan.changedSlots,
        slot ->
            List.of(
                plan.sessionAt(slot.sessionStart()),
                slot.places().capacity(),
                slot.places().keptPhone(),
                slot.places().keptWalkIn(),
                slot.id()));
    batch.run(
        "insert into slot (session_id, permanence_id, start_at, end_at, capacity,"
            + " kept_phone, kept_walk_in) values (?, ?, ?, ?, ?, ?, ?)",
        plan.newSlots,
        slot ->
            List.of(
                plan.sessionAt(slot.sessionStart()),
                permanenceId,
                slot.piece().start(),
                slot.piece().end(),
                places.capacity(),
                places.keptPhone(),
                places.keptWalkIn()));
    batch.run(
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
        id -> List.of(id, today));
    batch.run(
        "update session set withdrawn = true, version = version + 1 where id = ?",
        plan.goneSessions,
        List::of);
  }

  /** What its partner confirmed were other hours: it is to be confirmed again. */
  private static void unconfirm(Batch batch, List<MovedSession> sessions, Instant now) {
    batch.run(
        "insert into session_event (session_id, kind, at, actor, origin, detail)"
            + " select id, 'unconfirmed', ?, 'system', 'system', 'other hours' from session"
            + " where id = ? and state = 'confirmed'",
        sessions,
        session -> List.of(now, session.id()));
    batch.run(
        "update session set state = 'planned', confirmed_at = null, version = version + 1"
            + " where id = ? and state = 'confirmed'",
        sessions,
        session -> List.of(session.id()));
  }

  private static void insert(
      Batch batch,
      List<Occurrence> sessions,
      long permanenceId,
      long siteId,
      Map<Instant, Long> ids) {
    List<Long> made =
        batch.insert(
            "insert into session (permanence_id, site_id, local_date, start_at, end_at, state)"
                + " values (?, ?, ?, ?, ?, 'planned')",
            sessions,
            session ->
                List.of(permanenceId, siteId, session.date(), session.start(), session.end()));
    for (int i = 0; i < made.size(); i++) {
      ids.put(sessions.get(i).start(), made.get(i));
    }
  }

  /** All rows of a permanence; nobody has a seat. */
  void clear(long permanenceId) {
    for (String table : List.of("slot", "session")) {
      Batch.on(database)
          .run(
              "delete from " + table + " where permanence_id = ?", List.of(permanenceId), List::of);
    }
  }
}

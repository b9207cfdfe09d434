package fr.porteouverte.session;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The history of sessions, appended in the transaction of each change and never edited. */
@ApplicationScoped
class SessionEvents {
  @Inject EntityManager database;
  @Inject Event<SessionHappened> observers;
  @Inject Event<SessionBookable> slots;

  /** From where a change came. */
  enum Origin {
    login,
    link,
    system
  }

  /**
   * Before {@link #append}: slots are locked before what its observers lock. The caller has the
   * series' lock.
   */
  void bookable(Session session, boolean open, Instant at) {
    bookable(session, open, at, at);
  }

  /** The same of what ends later than {@code from}. */
  void bookable(Session session, boolean open, Instant from, Instant at) {
    if (session.end().isAfter(at)) {
      database.flush();
      slots.fire(
          new SessionBookable(
              session.id(), session.permanence().id(), session.date(), open, from, at));
    }
  }

  /** Whether it is held, and the last that was said of that came from the marks of its visits. */
  boolean heldBySystem(long sessionId) {
    return Sql.of(
                database,
                "select count(*) from session s join session_event e on e.session_id = s.id where"
                    + " s.id = :id and s.state = 'held' and e.kind = 'held' and e.origin = 'system'"
                    + " and not exists (select 1 from session_event l where l.session_id = s.id and"
                    + " l.id > e.id and l.kind in ('held', 'absent', 'stopped', 'reinstated',"
                    + " 'unheld'))")
            .with("id", sessionId)
            .one(Long.class)
        > 0;
  }

  /**
   * Flushes the session first, so that observers read it as it is now.
   *
   * @param actor an agent's username, or {@code system}
   * @param detail nothing personal, at most 300 characters; null: none
   */
  void append(
      Session session,
      SessionHappened.Kind kind,
      String actor,
      Origin origin,
      @Nullable String detail,
      Instant at) {
    append(session, kind, actor, origin, detail, null, at);
  }

  /**
   * The same of one that is taken away, or its end.
   *
   * @param cause null: it is not
   */
  void append(
      Session session,
      SessionHappened.Kind kind,
      String actor,
      Origin origin,
      @Nullable String detail,
      @Nullable CancellationCause cause,
      Instant at) {
    database.flush();
    Sql.of(
            database,
            "insert into session_event (session_id, kind, at, actor, origin, detail) values"
                + " (:session, :kind, :at, :actor, :origin, cast(:detail as varchar))")
        .with("session", session.id())
        .with("kind", kind.name())
        .with("at", at)
        .with("actor", actor)
        .with("origin", origin.name())
        .with("detail", detail)
        .run();
    observers.fire(
        new SessionHappened(
            session.id(), session.permanence().id(), session.siteId(), kind, actor, cause, at));
  }
}

package fr.porteouverte.change;

import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.PermanenceEnding;
import fr.porteouverte.session.CalendarSessions;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.session.SessionHappened;
import fr.porteouverte.site.ClosureChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link ChangeWriter}, of sessions, presences and closed days. */
@ApplicationScoped
class CalendarWriter {
  @Inject EntityManager database;
  @Inject Clock clock;

  void session(@Observes SessionHappened change) {
    ChangeType type = type(change.kind());
    if (type != null) {
      Sql.of(
              database,
              "insert into change_entry (type, at, site_id, partner_id, subject, start_at, done_by,"
                  + " cause) select cast(:type as varchar), :at, cast(:site as bigint),"
                  + " p.partner_id, cast(:subject as varchar), s.start_at, cast(:by as varchar),"
                  + " cast(:cause as varchar) from permanence p left join session s on s.id = :session"
                  + " where p.id = :permanence")
          .with("session", change.sessionId())
          .with("by", by(change.cause()))
          .with("cause", change.cause() == null ? null : change.cause().name())
          .with("type", type.code())
          .with("at", change.at())
          .with("site", change.siteId())
          .with("subject", Long.toString(change.sessionId()))
          .with("permanence", change.permanenceId())
          .run();
    }
  }

  /** Null: nobody took it away, or whoever left is not said. */
  private static @Nullable String by(@Nullable CancellationCause cause) {
    if (cause == null || cause == CancellationCause.leaving) {
      return null;
    }
    return cause == CancellationCause.partner ? "partner" : "house";
  }

  /** Those of a new series, too, one by one: decision 059. */
  void calendar(@Observes CalendarSessions change) {
    calendar(ChangeType.SESSION_PLANNED, change, change.planned());
    calendar(ChangeType.SESSION_MOVED, change, change.moved());
    calendar(ChangeType.SESSION_REINSTATED, change, change.reinstated());
    for (CalendarSessions.Gone gone : change.gone()) {
      session(
          new SessionHappened(
              gone.id(),
              change.permanenceId(),
              change.siteId(),
              SessionHappened.Kind.withdrawn,
              "system",
              gone.cause(),
              change.at()));
    }
  }

  private void calendar(ChangeType type, CalendarSessions change, Collection<Long> sessions) {
    Chunks.of(sessions).forEach(some -> write(type, change.at(), some));
  }

  private void write(ChangeType type, Instant at, List<Long> sessions) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, partner_id, subject, start_at) select"
                + " cast(:type as varchar), :at, s.site_id, p.partner_id, cast(s.id as varchar),"
                + " s.start_at from session s join permanence p on p.id = s.permanence_id where"
                + " s.id in (:sessions) order by s.start_at, s.id")
        .with("type", type.code())
        .with("at", at)
        .with("sessions", sessions)
        .run();
  }

  /** Null: nothing that others plan by. */
  private static @Nullable ChangeType type(SessionHappened.Kind kind) {
    return switch (kind) {
      case confirmed -> ChangeType.SESSION_CONFIRMED;
      case unconfirmed, unheld -> ChangeType.SESSION_UNCONFIRMED;
      case cancelled, withdrawn -> ChangeType.SESSION_CANCELLED;
      case reinstated -> ChangeType.SESSION_REINSTATED;
      case held, stopped -> ChangeType.SESSION_HELD;
      case absent -> ChangeType.SESSION_ABSENT;
      case moved, late -> ChangeType.SESSION_MOVED;
      case handedOver -> null;
    };
  }

  void permanence(@Observes PermanenceChanged change) {
    permanence(change.permanenceId());
  }

  /** It is still there; its row goes in the same transaction. */
  void ending(@Observes PermanenceEnding change) {
    permanence(change.permanenceId());
  }

  private void permanence(long id) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, partner_id, subject) select"
                + " cast(:type as varchar), :at, p.site_id, p.partner_id, cast(:subject as varchar)"
                + " from permanence p where p.id = :id")
        .with("type", ChangeType.PERMANENCE_CHANGED.code())
        .with("at", clock.instant())
        .with("subject", Long.toString(id))
        .with("id", id)
        .run();
  }

  void closure(@Observes ClosureChanged change) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, subject) values (:type, :at, :site,"
                + " :subject)")
        .with("type", ChangeType.SITE_CLOSURES_CHANGED.code())
        .with("at", clock.instant())
        .with("site", change.siteId())
        .with("subject", Long.toString(change.siteId()))
        .run();
  }
}

package fr.porteouverte.change;

import fr.porteouverte.attendance.VisitNoted;
import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.database.Sql;
import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.PermanenceEnding;
import fr.porteouverte.queue.QueueChanged;
import fr.porteouverte.session.SessionHappened;
import fr.porteouverte.site.ClosureChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notes changes in the transactions that make them, whoever makes them: the web, a clerk, another
 * system, an import, the end of a session. So a change has its row, or neither happened.
 */
@ApplicationScoped
class ChangeWriter {
  @Inject EntityManager database;
  @Inject Clock clock;

  void booking(@Observes BookingHappened change) {
    // "cast" tells PostgreSQL the type of a parameter that is null.
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, partner_id, subject, version, start_at,"
                + " previous_start_at, previous_site_id, previous_partner_id, done_by) select"
                + " cast(:type as varchar), :at, b.site_id, b.partner_id, b.reference, :version, :start,"
                + " cast(:previous as timestamp with time zone), cast(:previousSite as bigint),"
                + " cast(:previousPartner as bigint), cast(:by as varchar) from booking b where b.id = :booking")
        .with("type", type(change.kind()).code())
        .with("at", change.at())
        .with("version", change.sequence())
        .with("start", change.start())
        .with("previous", change.previousStart())
        .with("previousSite", change.previousSite())
        .with("previousPartner", change.previousPartner())
        .with("by", by(change))
        .with("booking", change.bookingId())
        .later();
  }

  private static ChangeType type(BookingHappened.Kind kind) {
    return switch (kind) {
      case booked -> ChangeType.BOOKING_CREATED;
      case moved, rebooked -> ChangeType.BOOKING_MOVED;
      case cancelled, cancelledByHouse -> ChangeType.BOOKING_CANCELLED;
      case arrived -> ChangeType.BOOKING_ARRIVED;
      case unarrived -> ChangeType.BOOKING_ARRIVAL_UNDONE;
      case corrected -> ChangeType.BOOKING_CORRECTED;
      case houseMoved -> ChangeType.BOOKING_SITE_CHANGED;
    };
  }

  private static String by(BookingHappened change) {
    if (change.kind() == BookingHappened.Kind.cancelledByHouse) {
      return "house";
    }
    if (change.byVisitor()) {
      return "visitor";
    }
    return switch (change.origin()) {
      case "counter", "phone", "late" -> "staff";
      case "online" -> "visitor";
      default -> change.origin();
    };
  }

  /**
   * The row is written already: its place and its partner are read there. One that is put right to
   * be another partner's matter is told to the first one, too: it has to forget it.
   */
  void visit(@Observes VisitNoted change) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, partner_id, subject, version,"
                + " previous_site_id, previous_partner_id) select cast(:type as varchar), :at,"
                + " a.site_id, a.partner_id, cast(:visit as varchar), cast(:version as integer),"
                + " o.site_id, o.partner_id from attendance f join attendance a on a.version ="
                + " :version and (a.booking_id = f.booking_id or a.ticket_id = f.ticket_id or"
                + " a.counted = f.counted) left join attendance o on o.version = :before and"
                + " (o.booking_id = f.booking_id or o.ticket_id = f.ticket_id or o.counted ="
                + " f.counted) and (o.site_id <> a.site_id or o.partner_id is distinct from"
                + " a.partner_id) where f.id = :id")
        .with("type", type(change.kind()).code())
        .with("at", change.at())
        .with("visit", Long.toString(change.visit()))
        .with("id", change.visit())
        .with("version", change.version())
        .with("before", change.kind() == VisitNoted.Kind.corrected ? change.version() - 1 : 0)
        .run();
  }

  private static ChangeType type(VisitNoted.Kind kind) {
    return switch (kind) {
      case recorded -> ChangeType.VISIT_RECORDED;
      case corrected -> ChangeType.VISIT_CORRECTED;
      case takenBack -> ChangeType.VISIT_TAKEN_BACK;
    };
  }

  void session(@Observes SessionHappened change) {
    ChangeType type = type(change.kind());
    if (type != null) {
      Sql.of(
              database,
              "insert into change_entry (type, at, site_id, partner_id, subject) select"
                  + " cast(:type as varchar), :at, cast(:site as bigint), p.partner_id,"
                  + " cast(:subject as varchar) from permanence p where p.id = :permanence")
          .with("type", type.code())
          .with("at", change.at())
          .with("site", change.siteId())
          .with("subject", Long.toString(change.sessionId()))
          .with("permanence", change.permanenceId())
          .run();
    }
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
    write(
        ChangeType.SITE_CLOSURES_CHANGED,
        change.siteId(),
        Long.toString(change.siteId()),
        null,
        clock.instant());
  }

  /** Only that a number is called: of all that a queue does, what a screen elsewhere shows. */
  void queue(@Observes QueueChanged change) {
    Long ticket = change.ticketId();
    if (ticket != null) {
      Sql.of(
              database,
              "select t.series, t.number, e.at from queue_event e join ticket t on t.id ="
                  + " e.ticket_id where e.site_id = :site and e.seq = :seq and t.state = 'called'"
                  + " and e.kind in ('called', 'calledAgain')")
          .with("site", change.siteId())
          .with("seq", change.seq())
          .first(Called.class)
          .ifPresent(
              called ->
                  write(
                      ChangeType.TICKET_CALLED,
                      change.siteId(),
                      Long.toString(ticket),
                      called.series() + called.number(),
                      called.at()));
    }
  }

  private record Called(String series, int number, Instant at) {}

  private void write(
      ChangeType type, long site, String subject, @Nullable String number, Instant at) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, subject, number) values (:type, :at,"
                + " :site, :subject, cast(:number as varchar))")
        .with("type", type.code())
        .with("at", at)
        .with("site", site)
        .with("subject", subject)
        .with("number", number)
        .run();
  }
}

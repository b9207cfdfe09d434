package fr.porteouverte.change;

import fr.porteouverte.attendance.VisitNoted;
import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.database.Sql;
import fr.porteouverte.queue.QueueChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Notes changes in the transactions that make them, whoever makes them: the web, a clerk, another
 * system, an import, the end of a session. So a change has its row, or neither happened. What the
 * calendar does is noted by {@link CalendarWriter}.
 */
@ApplicationScoped
class ChangeWriter {
  @Inject EntityManager database;

  void booking(@Observes BookingHappened change) {
    // "cast" tells PostgreSQL the type of a parameter that is null.
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, partner_id, subject, version, start_at,"
                + " previous_start_at, previous_site_id, previous_partner_id, done_by, cause) select"
                + " cast(:type as varchar), :at, b.site_id, b.partner_id, b.reference, :version, :start,"
                + " cast(:previous as timestamp with time zone), cast(:previousSite as bigint),"
                + " cast(:previousPartner as bigint), case when cast(:by as varchar) = 'house' and"
                + " b.cancellation_cause = 'partner' then 'partner' else cast(:by as varchar) end,"
                + " case when cast(:by as varchar) = 'house' then b.cancellation_cause end from"
                + " booking b where b.id = :booking")
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
          .ifPresent(called -> called(change.siteId(), ticket, called));
    }
  }

  private record Called(String series, int number, Instant at) {}

  private void called(long site, long ticket, Called called) {
    Sql.of(
            database,
            "insert into change_entry (type, at, site_id, subject, number) values (:type, :at,"
                + " :site, :subject, :number)")
        .with("type", ChangeType.TICKET_CALLED.code())
        .with("at", called.at())
        .with("site", site)
        .with("subject", Long.toString(ticket))
        .with("number", called.series() + called.number())
        .run();
  }
}

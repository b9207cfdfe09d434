package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AttendanceView.Paper;
import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visits of a day as figures count them: a number that was served; and without one an
 * appointment that was marked so, or what was counted alone. As far back as people are kept: then
 * what a correction would say again is erased.
 */
@ApplicationScoped
class SiteVisits {
  private static final String OF_THE_DAY =
      "select * from (select t.arrived_at as visited_at, 't' || cast(t.id as varchar) as name, t.id as"
          + " ticket_id, cast(null as varchar) as booking, cast(null as varchar) as counted,"
          + " t.procedure_id, coalesce(n.id, m.id) as mark_id from"
          + " ticket t left join attendance m on m.ticket_id = t.id and m.standing = true left join attendance n on n.booking_id ="
          + " t.booking_id and n.standing = true where t.site_id = :site and t.local_date = :day and"
          + " t.state = 'done' union all select a.visited_at, 'a' || cast(a.id as varchar), cast(null"
          + " as bigint), b.reference, a.counted, b.procedure_id, a.id from attendance"
          + " a left join booking b on b.id ="
          + " a.booking_id where a.site_id = :site and a.local_date = :day and a.standing = true and"
          + " a.outcome = 'attended' and a.ticket_id is null and (a.booking_id is null or (b.state <>"
          + " 'cancelled' and not exists (select 1 from ticket k where k.booking_id = b.id and"
          + " k.state = 'done')))) v";

  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject SeenTickets tickets;
  @Inject Procedures procedures;
  @Inject Sites sites;
  @Inject BookingSettings settings;
  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject Clock clock;

  private record Row(
      Instant visitedAt,
      String name,
      @Nullable Long ticketId,
      @Nullable String booking,
      @Nullable String counted,
      @Nullable Long procedureId,
      @Nullable Long markId) {

    String position() {
      return visitedAt + " " + name;
    }
  }

  /** The last one first. */
  SiteVisitView.OfDay list(
      long siteId,
      @Nullable String typed,
      @Nullable String position,
      int limit,
      FieldReader query) {
    return transactions.call(
        () -> {
          door.house(siteId);
          ZoneId zone = sites.findById(siteId).zone();
          LocalDate today = clock.instant().atZone(zone).toLocalDate();
          LocalDate earliest =
              clock.instant().minus(settings.keepVisitors()).atZone(zone).toLocalDate();
          LocalDate day = query.date("date", typed, today);
          if (day.isAfter(today) || day.isBefore(earliest)) {
            query.wrong(
                "date",
                "Un jour du " + earliest + " au " + today + " est attendu.",
                "A day from " + earliest + " to " + today + " is expected.");
          }
          query.check();
          Page<Row> page = Page.of(rows(siteId, day, position, limit + 1), limit, Row::position);
          return new SiteVisitView.OfDay(
              day,
              earliest,
              page.items().stream().map(row -> view(siteId, row, zone)).toList(),
              page.nextCursor());
        });
  }

  private List<Row> rows(long siteId, LocalDate day, @Nullable String position, int most) {
    String from =
        position == null
            ? ""
            : " where v.visited_at < :at or (v.visited_at = :at and v.name < :name)";
    Sql sql =
        Sql.of(database, OF_THE_DAY + from + " order by v.visited_at desc, v.name desc")
            .with("site", siteId)
            .with("day", day)
            .limit(most);
    if (position != null) {
      String[] parts = position.split(" ", -1);
      if (parts.length != 2) {
        throw Cursor.refused();
      }
      sql.with("at", Cursor.moment(parts[0])).with("name", parts[1]);
    }
    return sql.list(Row.class);
  }

  private SiteVisitView view(long siteId, Row row, ZoneId zone) {
    AttendanceView noted =
        row.markId() == null ? null : AttendanceView.of(attendances.findById(row.markId()), zone);
    Procedure procedure = row.procedureId() == null ? null : procedures.findById(row.procedureId());
    ProcedureRef about = procedure == null ? null : ProcedureRef.of(procedure);
    PartnerRef whose = procedure == null ? null : PartnerRef.of(procedure.partner());
    return new SiteVisitView(
        row.ticketId() == null ? null : Ids.of(row.ticketId()),
        row.ticketId() == null ? row.booking() : null,
        row.counted(),
        row.ticketId() == null ? null : tickets.find(row.ticketId()).orElseThrow().number(),
        row.visitedAt().atZone(zone).toOffsetDateTime(),
        noted == null || noted.procedures().isEmpty() ? about : noted.procedures().get(0),
        noted == null || noted.partner() == null ? whose : noted.partner(),
        procedure == null
            ? List.of()
            : procedure.at(siteId).documents().stream()
                .map(need -> Paper.of(need.document()))
                .toList(),
        noted);
  }
}

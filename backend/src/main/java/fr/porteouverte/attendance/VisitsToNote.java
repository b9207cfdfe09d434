package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AttendanceView.Paper;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
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
 * Visits at the house's own counters of today and yesterday, by its own clock, of which nobody
 * noted anything: so long the list asks for them. A partner's agent sees theirs at the session.
 */
@ApplicationScoped
class VisitsToNote {
  /** More than two full days of a large house. */
  private static final int MOST = 500;

  @Inject AttendanceAccess door;
  @Inject SeenTickets tickets;
  @Inject Procedures procedures;
  @Inject Sites sites;
  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** The last one first. */
  List<VisitToNoteView> list(long siteId) {
    return transactions.call(
        () -> {
          door.house(siteId);
          ZoneId zone = sites.findById(siteId).zone();
          LocalDate today = clock.instant().atZone(zone).toLocalDate();
          return Sql.of(
                  database,
                  "select t.id, t.counter_id, t.ended_at, t.procedure_id from"
                      + " ticket t left join permanence p on p.id = t.permanence_id where t.site_id"
                      + " = :site and t.local_date in (:today, :yesterday) and t.state = 'done' and"
                      + " (p.id is null or p.partner_id is null) and not exists (select 1 from"
                      + " attendance a where a.ticket_id = t.id and a.standing) and (t.booking_id is"
                      + " null or not exists (select 1 from attendance a where a.booking_id ="
                      + " t.booking_id and a.standing)) order by t.ended_at desc, t.id desc")
              .with("site", siteId)
              .with("today", today)
              .with("yesterday", today.minusDays(1))
              .list(Served.class)
              .stream()
              .limit(MOST)
              .map(served -> view(siteId, served, zone))
              .toList();
        });
  }

  private VisitToNoteView view(long siteId, Served served, ZoneId zone) {
    Procedure procedure = procedures.findById(served.procedureId());
    return new VisitToNoteView(
        Ids.of(served.id()),
        tickets.find(served.id()).orElseThrow().number(),
        served.counterId() == null ? null : Ids.of(served.counterId()),
        served.endedAt().atZone(zone).toOffsetDateTime(),
        ProcedureRef.of(procedure),
        PartnerRef.of(procedure.partner()),
        procedure.at(siteId).documents().stream().map(need -> Paper.of(need.document())).toList());
  }

  private record Served(long id, @Nullable Long counterId, Instant endedAt, long procedureId) {}
}

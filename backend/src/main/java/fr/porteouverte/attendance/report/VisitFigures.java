package fr.porteouverte.attendance.report;

import fr.porteouverte.attendance.Outcome;
import fr.porteouverte.attendance.Result;
import fr.porteouverte.attendance.report.SessionReportView.Visits;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was noted of visits, and who was served without an appointment. */
@ApplicationScoped
class VisitFigures {
  /** The house's own clerks, who have no partner. */
  static final Long HOUSE = 0L;

  @Inject EntityManager database;

  /** By the id of the partner. Appointments in a time, walk-ins on the local days of it. */
  Map<Long, Visits> of(
      long siteId, Instant from, Instant before, LocalDate firstDay, LocalDate dayAfter) {
    Map<Long, Visits> visits = new HashMap<>();
    Sql.of(
            database,
            "select coalesce(b.partner_id, 0) as partner, a.outcome, a.papers_missing, a.result,"
                + " count(*) as number from booking b left join attendance a on a.booking_id = b.id"
                + " and a.undone_at is null and a.version = (select max(l.version) from"
                + " attendance l where l.booking_id = b.id and l.undone_at is null)"
                + " where b.site_id = :site and b.start_at >= :from and b.start_at <"
                + " :before and b.state <> 'cancelled' group by coalesce(b.partner_id, 0),"
                + " a.outcome, a.papers_missing, a.result")
        .with("site", siteId)
        .with("from", from)
        .with("before", before)
        .list(Noted.class)
        .forEach(noted -> visits.merge(noted.partner(), noted.visits(), Visits::and));
    Sql.of(
            database,
            "select coalesce(p.partner_id, 0) as id, count(*) as number from ticket t left join"
                + " permanence p on p.id = t.permanence_id where t.site_id = :site and"
                + " t.local_date >= :from and t.local_date < :before and t.state = 'done' and"
                + " t.booking_id is null group by coalesce(p.partner_id, 0)")
        .with("site", siteId)
        .with("from", firstDay)
        .with("before", dayAfter)
        .list(Tally.class)
        .forEach(of -> visits.merge(of.id(), Visits.walkIns(of.number().intValue()), Visits::and));
    return visits;
  }

  /** What was noted of so many appointments with a partner; null: nothing. */
  private record Noted(
      long partner,
      @Nullable Outcome outcome,
      @Nullable Boolean papersMissing,
      @Nullable Result result,
      int number) {
    Visits visits() {
      return Visits.appointments(outcome, Boolean.TRUE.equals(papersMissing), result, number);
    }
  }
}

package fr.porteouverte.attendance;

import fr.porteouverte.attendance.SessionReportView.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what was noted of visits. */
@ApplicationScoped
class VisitFigures {
  /** The house's own clerks, who have no partner. */
  static final Long HOUSE = 0L;

  @Inject EntityManager database;

  /** By the id of the partner. Appointments in a time, walk-ins on the local days of it. */
  Map<Long, Visits> of(
      long siteId, Instant from, Instant before, LocalDate firstDay, LocalDate dayAfter) {
    Map<Long, Visits> visits = new HashMap<>();
    for (Object[] row :
        rows(
            database
                .createNativeQuery(
                    "select coalesce(b.partner_id, 0), a.outcome, a.papers_missing, a.result,"
                        + " count(*) from booking b left join attendance a on a.booking_id = b.id"
                        + " and a.undone_at is null and a.version = (select max(l.version) from"
                        + " attendance l where l.booking_id = b.id and l.undone_at is null)"
                        + " where b.site_id = :site and b.start_at >= :from and b.start_at <"
                        + " :before and b.state <> 'cancelled' group by coalesce(b.partner_id, 0),"
                        + " a.outcome, a.papers_missing, a.result")
                .setParameter("site", siteId)
                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                .setParameter("before", before.atOffset(ZoneOffset.UTC)))) {
      visits.merge(
          number(row[0]),
          Visits.appointments(
              row[1] == null ? null : Outcome.valueOf((String) row[1]),
              Boolean.TRUE.equals(row[2]),
              row[3] == null ? null : Result.valueOf((String) row[3]),
              (int) number(row[4])),
          Visits::and);
    }
    for (Object[] row :
        rows(
            database
                .createNativeQuery(
                    "select coalesce(p.partner_id, 0), count(*) from ticket t join attendance a on"
                        + " a.ticket_id = t.id and a.outcome = 'attended' and a.version = (select"
                        + " max(l.version) from attendance l where l.ticket_id = t.id) left join"
                        + " permanence p on p.id = t.permanence_id where t.site_id = :site and"
                        + " t.local_date >= :from and t.local_date < :before group by"
                        + " coalesce(p.partner_id, 0)")
                .setParameter("site", siteId)
                .setParameter("from", firstDay)
                .setParameter("before", dayAfter))) {
      visits.merge(number(row[0]), Visits.walkIns((int) number(row[1])), Visits::and);
    }
    return visits;
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}

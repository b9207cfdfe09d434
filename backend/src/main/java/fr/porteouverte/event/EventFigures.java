package fr.porteouverte.event;

import fr.porteouverte.event.FiguresView.Figures;
import fr.porteouverte.event.FiguresView.OfSession;
import fr.porteouverte.http.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many came to an event. Bookings, attendance and tickets belong to rooms that this one does
 * not import: the queries name them, the code does not.
 */
@ApplicationScoped
class EventFigures {
  @Inject EntityManager database;

  FiguresView of(List<EventSessionView> sessions) {
    List<Long> ids = sessions.stream().map(session -> Ids.parse(session.permanenceId())).toList();
    Map<Long, int[]> booked = booked(ids);
    Map<Long, int[]> walkIns =
        rows(
            ids,
            "select t.permanence_id, count(*) from ticket t where t.permanence_id in (:ids)"
                + " and t.booking_id is null and t.state not in ('left', 'missed')"
                + " group by t.permanence_id");
    List<OfSession> sheet = new ArrayList<>();
    for (EventSessionView session : sessions) {
      Long id = Ids.parse(session.permanenceId());
      int[] b = booked.getOrDefault(id, new int[4]);
      sheet.add(
          new OfSession(
              session,
              new Figures(
                  session.capacity(),
                  b[0],
                  b[1],
                  b[2],
                  b[3],
                  b[0] - b[1] - b[2] - b[3],
                  walkIns.getOrDefault(id, new int[1])[0])));
    }
    return new FiguresView(
        sheet, sheet.stream().map(OfSession::figures).reduce(Figures.NONE, Figures::plus));
  }

  /** Booked, attended, absent, excused. The highest version that was not taken back counts. */
  private Map<Long, int[]> booked(List<Long> ids) {
    return rows(
        ids,
        "select b.permanence_id, count(*), "
            + Stream.of("attended", "absent", "excused")
                .map(outcome -> "sum(case when a.outcome = '" + outcome + "' then 1 else 0 end)")
                .collect(Collectors.joining(", "))
            + " from booking b left join attendance a on a.booking_id = b.id"
            + " and a.undone_at is null and a.version = (select max(v.version) from attendance v"
            + " where v.booking_id = b.id and v.undone_at is null)"
            + " where b.permanence_id in (:ids) and b.state <> 'cancelled'"
            + " group by b.permanence_id");
  }

  @SuppressWarnings("unchecked")
  private Map<Long, int[]> rows(List<Long> ids, String sql) {
    Map<Long, int[]> rows = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Object[] row :
          (List<Object[]>)
              database.createNativeQuery(sql).setParameter("ids", ids).getResultList()) {
        int[] numbers = new int[row.length - 1];
        for (int i = 1; i < row.length; i++) {
          numbers[i - 1] = ((Number) row[i]).intValue();
        }
        rows.put(((Number) row[0]).longValue(), numbers);
      }
    }
    return rows;
  }
}

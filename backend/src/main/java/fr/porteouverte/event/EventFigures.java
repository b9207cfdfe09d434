package fr.porteouverte.event;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Tally;
import fr.porteouverte.event.FiguresView.Figures;
import fr.porteouverte.event.FiguresView.OfSession;
import fr.porteouverte.http.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    Map<Long, Booked> booked = booked(ids);
    Map<Long, Integer> walkIns = walkIns(ids);
    List<OfSession> sheet = new ArrayList<>();
    for (EventSessionView session : sessions) {
      Long id = Ids.parse(session.permanenceId());
      Booked b = booked.getOrDefault(id, Booked.NONE);
      sheet.add(
          new OfSession(
              session,
              new Figures(
                  session.capacity(),
                  b.number(),
                  b.attended(),
                  b.absent(),
                  b.excused(),
                  b.number() - b.attended() - b.absent() - b.excused(),
                  walkIns.getOrDefault(id, 0))));
    }
    return new FiguresView(
        sheet, sheet.stream().map(OfSession::figures).reduce(Figures.NONE, Figures::plus));
  }

  private record Booked(long permanenceId, int number, int attended, int absent, int excused) {
    static final Booked NONE = new Booked(0, 0, 0, 0, 0);
  }

  /** The highest version that was not taken back counts. */
  private Map<Long, Booked> booked(List<Long> ids) {
    return rows(
            Booked.class,
            ids,
            "select b.permanence_id, count(*) as number, "
                + Stream.of("attended", "absent", "excused")
                    .map(o -> "sum(case when a.outcome = '" + o + "' then 1 else 0 end) as " + o)
                    .collect(Collectors.joining(", "))
                + " from booking b left join attendance a on a.booking_id = b.id"
                + " and a.undone_at is null and a.version = (select max(v.version) from attendance"
                + " v where v.booking_id = b.id and v.undone_at is null)"
                + " where b.permanence_id in (:ids) and b.state <> 'cancelled'"
                + " group by b.permanence_id")
        .stream()
        .collect(Collectors.toMap(Booked::permanenceId, Function.identity()));
  }

  private Map<Long, Integer> walkIns(List<Long> ids) {
    return Tally.countsById(
        rows(
            Tally.class,
            ids,
            "select t.permanence_id as id, count(*) as number from ticket t"
                + " where t.permanence_id in (:ids)"
                + " and t.booking_id is null and t.state not in ('left', 'missed', 'noShow')"
                + " group by t.permanence_id"));
  }

  private <T> List<T> rows(Class<T> type, List<Long> ids, String sql) {
    return ids.isEmpty() ? List.of() : Sql.of(database, sql).with("ids", ids).list(type);
  }
}

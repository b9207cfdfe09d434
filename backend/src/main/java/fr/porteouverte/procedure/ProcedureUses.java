package fr.porteouverte.procedure;

import fr.porteouverte.database.Sql;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Who needs a procedure. Permanences, houses, counters and bookings lie in other rooms: the query
 * names their tables, the code does not.
 */
@ApplicationScoped
class ProcedureUses {
  private static final String USES =
      "select distinct 'permanence' as kind, s.name as name from permanence p"
          + " join permanence_procedure o on o.permanence_id = p.id"
          + " join site s on s.id = p.site_id where o.procedure_id = :id"
          + " and (p.until_date is null or p.until_date >= :today)"
          + " union all select 'house', s.name from site_procedure o"
          + " join site s on s.id = o.site_id where o.procedure_id = :id"
          + " and s.archived_at is null"
          + " union all select distinct 'counter', s.name from counter_procedure o"
          + " join counter c on c.id = o.counter_id join site s on s.id = c.site_id"
          + " where o.procedure_id = :id and not c.archived"
          + " union all select distinct 'booking', s.name from booking b"
          + " join site s on s.id = b.site_id where b.procedure_id = :id"
          + " and b.state = 'booked' and b.start_at >= :now"
          + " order by 1, 2";

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Use(String kind, String name) {
    Text said() {
      return switch (kind) {
        case "permanence" -> new Text("une permanence à " + name, "a permanence at " + name);
        case "house" -> new Text("la maison " + name, "the house " + name);
        case "counter" -> new Text("un guichet à " + name, "a counter at " + name);
        default -> new Text("des rendez-vous à " + name, "appointments at " + name);
      };
    }
  }

  List<Text> of(Procedure procedure) {
    if (procedure.reception()) {
      return List.of(new Text("l’accueil de toutes les maisons", "the reception of every house"));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    return Sql.of(database, USES)
        .with("id", procedure.id())
        .with("today", today)
        .with("now", clock.instant())
        .list(Use.class)
        .stream()
        .map(Use::said)
        .toList();
  }
}

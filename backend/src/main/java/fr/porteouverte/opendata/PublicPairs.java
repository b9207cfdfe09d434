package fr.porteouverte.opendata;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What can be booked where: each procedure in each house that the public sees. */
@ApplicationScoped
class PublicPairs {
  private static final String PAIRS =
      " from (select m.site_id, p.procedure_id from permanence m join permanence_procedure p on"
          + " p.permanence_id = m.id where m.event_id is null union select site_id, procedure_id"
          + " from site_procedure) x join site s on s.id = x.site_id join procedure d on d.id ="
          + " x.procedure_id where s.live and s.archived_at is null and s.takes_appointments and"
          + " d.archived_at is null and not d.workshop and d.code <> 'accueil'";

  @Inject EntityManager database;

  record Pair(long siteId, long procedureId) {}

  record Place(long siteId, String name, String commune, String department) {}

  /** By house, then by procedure. */
  List<Pair> all() {
    return Sql.of(database, "select x.site_id, x.procedure_id" + PAIRS + " order by 1, 2")
        .list(Pair.class);
  }

  /** Where a procedure can be booked, by department and commune. */
  List<Place> places(long procedureId) {
    return Sql.of(
            database,
            "select x.site_id, s.name, s.commune, s.department"
                + PAIRS
                + " and x.procedure_id = :procedure order by s.department, s.commune, s.name")
        .with("procedure", procedureId)
        .list(Place.class);
  }
}

package fr.porteouverte.keeping;

import fr.porteouverte.database.Sql;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads what there is to houses, all of them in one statement. Counters, agents and imports lie in
 * rooms that this one does not import: the query names their tables.
 */
@ApplicationScoped
class SiteFactsReader {
  private static final String MINUTES =
      "select site_id, count(distinct weekday) as days,"
          + " sum((extract(hour from to_time) - extract(hour from from_time)) * 60"
          + " + extract(minute from to_time) - extract(minute from from_time)) as minutes"
          + " from opening_range group by site_id";
  private static final String SERVED =
      "select site_id, count(*) as many from (select site_id, procedure_id from site_procedure"
          + " union select p.site_id, o.procedure_id from permanence p join permanence_procedure o"
          + " on o.permanence_id = p.id where p.until_date is null or p.until_date >= :today) x"
          + " group by site_id";
  private static final String AGENTS =
      "select a.site_id, count(distinct a.agent_id) as many from assignment a"
          + " join agent g on g.id = a.agent_id where g.state <> 'disabled'"
          + " and a.role in ('clerk', 'manager') group by a.site_id";
  private static final String COMING =
      "select site_id, count(*) as many from session where end_at > :now and state <> 'cancelled'"
          + " and not withdrawn group by site_id";
  private static final String COUNTERS =
      "select site_id, count(*) as many from counter where not archived group by site_id";
  private static final String LEFT =
      "select row_key as official_id from import_row where outcome = 'gone' and report_id ="
          + " (select r.id from import_report r where r.kind = 'sites' and r.state = 'applied'"
          + " order by r.finished_at desc, r.id desc fetch first 1 row only)";
  private static final String FACTS =
      "select s.id, coalesce(s.official_id, s.code) as code, s.official_id is not null as listed,"
          + " s.name, s.street, s.postcode, s.commune, s.department, s.latitude, s.longitude,"
          + " s.live, s.archived_at is not null as archived,"
          + " s.phone is not null or s.email is not null as reachable,"
          + " cast(coalesce(h.minutes, 0) as integer) as minutes,"
          + " cast(coalesce(h.days, 0) as integer) as days,"
          + " cast(coalesce(a.many, 0) as integer) as agents,"
          + " cast(coalesce(c.many, 0) as integer) as counters,"
          + " cast(coalesce(p.many, 0) as integer) as procedures,"
          + " cast(coalesce(n.many, 0) as integer) as coming,"
          + " m.insee is not null and not exists (select 1 from commune_postcode k"
          + " where k.insee = s.insee and k.postcode = s.postcode) as foreign_postcode,"
          + " l.official_id is not null as left_list"
          + " from site s left join commune m on m.insee = s.insee"
          + " left join ("
          + MINUTES
          + ") h on h.site_id = s.id left join ("
          + AGENTS
          + ") a on a.site_id = s.id left join ("
          + COUNTERS
          + ") c on c.site_id = s.id left join ("
          + SERVED
          + ") p on p.site_id = s.id left join ("
          + COMING
          + ") n on n.site_id = s.id left join ("
          + LEFT
          + ") l on l.official_id = s.official_id";

  @Inject EntityManager database;
  @Inject Clock clock;

  List<SiteFacts> all() {
    return query(" order by s.name, s.id").list(SiteFacts.class);
  }

  /** By name. */
  List<SiteLabel> labels(boolean archived) {
    return Sql.of(
            database,
            "select id, coalesce(official_id, code) as code, name, postcode, commune, department,"
                + " live from site where (archived_at is not null) = :archived order by name, id")
        .with("archived", archived)
        .list(SiteLabel.class);
  }

  List<SiteFacts> of(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : query(" where s.id in (:ids)").with("ids", ids).list(SiteFacts.class);
  }

  SiteFacts of(long id) {
    return query(" where s.id = :id")
        .with("id", id)
        .first(SiteFacts.class)
        .orElseThrow(NotFound::new);
  }

  private Sql query(String which) {
    return Sql.of(database, FACTS + which)
        .with("now", clock.instant())
        .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
  }
}

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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what there is to houses, all of them in three statements. Counters, agents and imports lie
 * in rooms that this one does not import: the query names their tables.
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
  private static final String HOUSE =
      "select s.id, coalesce(s.official_id, s.code) as code, s.official_id is not null as listed,"
          + " s.name, s.street, s.postcode, s.commune, s.department, s.latitude, s.longitude,"
          + " s.live, s.archived_at is not null as archived,"
          + " s.phone is not null or s.email is not null as reachable,"
          + " m.insee is not null and not exists (select 1 from commune_postcode k"
          + " where k.insee = s.insee and k.postcode = s.postcode) as foreign_postcode";
  private static final String OF_SITE = " from site s left join commune m on m.insee = s.insee";

  /** Of some houses: both databases look for those only, or for all at once. */
  private static final String FACTS =
      HOUSE
          + ", cast(coalesce(h.minutes, 0) as integer) as minutes,"
          + " cast(coalesce(h.days, 0) as integer) as days,"
          + " cast(coalesce(a.many, 0) as integer) as agents,"
          + " cast(coalesce(c.many, 0) as integer) as counters,"
          + " cast(coalesce(p.many, 0) as integer) as procedures,"
          + " cast(coalesce(n.many, 0) as integer) as coming,"
          + " l.official_id is not null as left_list"
          + OF_SITE
          + joined(MINUTES, "h")
          + joined(AGENTS, "a")
          + joined(COUNTERS, "c")
          + joined(SERVED, "p")
          + joined(COMING, "n")
          + " left join ("
          + LEFT
          + ") l on l.official_id = s.official_id";

  private static final String HOURS =
      "select site_id, cast(days as integer) as days, cast(minutes as integer) as minutes from ("
          + MINUTES
          + ") h";
  private static final String COUNTS =
      String.join(
          " union all ",
          counted("agents", AGENTS),
          counted("counters", COUNTERS),
          counted("procedures", SERVED),
          counted("coming", COMING),
          "select 'left', s.id, 1 from site s where s.official_id in (" + LEFT + ")");

  private static String joined(String counts, String name) {
    return " left join (" + counts + ") " + name + " on " + name + ".site_id = s.id";
  }

  private static String counted(String what, String counts) {
    return "select '"
        + what
        + "' as what, site_id, cast(many as integer) as many from ("
        + counts
        + ") "
        + what;
  }

  /** What stands at a house itself. */
  record House(
      long id,
      @Nullable String code,
      boolean listed,
      String name,
      String street,
      String postcode,
      String commune,
      String department,
      double latitude,
      double longitude,
      boolean live,
      boolean archived,
      boolean reachable,
      boolean foreignPostcode) {}

  /** Of its week. */
  record Hours(long siteId, int days, int minutes) {}

  /** How many of what there are in a house. */
  record Count(String what, long siteId, int many) {}

  @Inject EntityManager database;
  @Inject Clock clock;

  /** By name. Each count by itself: H2 would count each anew for every house. */
  List<SiteFacts> all() {
    Map<Long, Hours> hours =
        Sql.of(database, HOURS).list(Hours.class).stream()
            .collect(Collectors.toMap(Hours::siteId, Function.identity()));
    Map<String, Map<Long, Integer>> counts =
        bound(COUNTS).list(Count.class).stream()
            .collect(
                Collectors.groupingBy(Count::what, Collectors.toMap(Count::siteId, Count::many)));
    return Sql.of(database, HOUSE + OF_SITE + " order by s.name, s.id").list(House.class).stream()
        .map(
            house ->
                facts(house, hours.getOrDefault(house.id(), new Hours(house.id(), 0, 0)), counts))
        .toList();
  }

  private static SiteFacts facts(House house, Hours hours, Map<String, Map<Long, Integer>> counts) {
    return new SiteFacts(
        house.id(),
        house.code(),
        house.listed(),
        house.name(),
        house.street(),
        house.postcode(),
        house.commune(),
        house.department(),
        house.latitude(),
        house.longitude(),
        house.live(),
        house.archived(),
        house.reachable(),
        hours.minutes(),
        hours.days(),
        many("agents", house, counts),
        many("counters", house, counts),
        many("procedures", house, counts),
        many("coming", house, counts),
        house.foreignPostcode(),
        many("left", house, counts) > 0);
  }

  private static int many(String what, House house, Map<String, Map<Long, Integer>> counts) {
    return counts.getOrDefault(what, Map.of()).getOrDefault(house.id(), 0);
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
    return bound(FACTS + which);
  }

  private Sql bound(String statement) {
    return Sql.of(database, statement)
        .with("now", clock.instant())
        .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
  }
}

package fr.porteouverte.session;

import fr.porteouverte.permanence.Host;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sessions that somebody asks for, of those they may see. */
@ApplicationScoped
class FoundSessions {
  /**
   * No local day begins earlier, none later: the days are the houses', the index is of instants.
   */
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

  @Inject EntityManager database;

  /** By start. One more than the limit tells that there is a next page. */
  List<Session> of(SessionQuery wanted, Instant now) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    days(wanted, now, conditions, values);
    conditions.add("(s.start > :after or s.start = :after and s.id > :afterId)");
    values.put("after", wanted.after().start());
    values.put("afterId", wanted.after().id());
    whose(wanted, conditions, values);
    if (wanted.unconfirmed()) {
      // As Session.unconfirmed says.
      conditions.add(
          "p.host = :host and s.state = :planned and not s.withdrawn"
              + " and s.start <= :now + p.particulars.confirmHours hour");
      values.put("host", Host.partner);
      values.put("planned", SessionState.planned);
      values.put("now", now);
    }
    var query =
        database.createQuery(
            "select s from Session s join fetch s.permanence p join fetch p.site"
                + " left join fetch p.partner where "
                + String.join(" and ", conditions)
                + " order by s.start, s.id",
            Session.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(wanted.limit() + 1).getResultList();
  }

  private void days(
      SessionQuery wanted, Instant now, List<String> conditions, Map<String, Object> values) {
    conditions.add("s.date < :before and s.start < :latest and s.start >= :earliest");
    values.put("before", wanted.before());
    values.put("latest", wanted.before().atStartOfDay().toInstant(WESTERNMOST));
    LocalDate first = wanted.from();
    if (first == null) {
      SortedMap<LocalDate, List<String>> todays = zonesByToday(now);
      List<String> ways = new ArrayList<>();
      todays.forEach(
          (today, zones) -> {
            int i = ways.size();
            ways.add("s.date >= :today" + i + " and p.site.zone in :zones" + i);
            values.put("today" + i, today);
            values.put("zones" + i, zones);
          });
      conditions.add(ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")");
      first = todays.isEmpty() ? wanted.before() : todays.firstKey();
    } else {
      conditions.add("s.date >= :from");
      values.put("from", first);
    }
    values.put("earliest", first.atStartOfDay().toInstant(EASTERNMOST));
  }

  /** Two or three days at any moment. */
  private SortedMap<LocalDate, List<String>> zonesByToday(Instant now) {
    return database
        .createQuery("select distinct s.zone from Site s", String.class)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                zone -> now.atZone(ZoneId.of(zone)).toLocalDate(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static void whose(
      SessionQuery wanted, List<String> conditions, Map<String, Object> values) {
    if (wanted.sites() != null) {
      List<String> seen = new ArrayList<>();
      if (!wanted.sites().isEmpty()) {
        seen.add("s.siteId in :sites");
        values.put("sites", wanted.sites());
      }
      if (wanted.reach() != null) {
        Set<Long> reach = wanted.reach().sites();
        seen.add("p.partner.id in :partners" + (reach == null ? "" : " and s.siteId in :reach"));
        values.put("partners", wanted.reach().partners());
        if (reach != null) {
          values.put("reach", reach.isEmpty() ? Set.of(-1L) : reach);
        }
      }
      conditions.add(seen.isEmpty() ? "1 = 0" : "(" + String.join(" or ", seen) + ")");
    }
    if (wanted.site() != null) {
      conditions.add("s.siteId = :site");
      values.put("site", wanted.site());
    }
    if (wanted.ofPartner() != null) {
      conditions.add("p.partner.id = :ofPartner");
      values.put("ofPartner", wanted.ofPartner());
    }
  }
}

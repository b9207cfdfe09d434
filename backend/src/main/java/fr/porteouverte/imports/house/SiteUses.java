package fr.porteouverte.imports.house;

import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who needs a house, and the removal of houses that nobody needs. */
@ApplicationScoped
class SiteUses {
  /** Rows of which each is somebody's work, or somebody's appointment. */
  private static final Map<String, Text> NEEDED_BY =
      Map.of(
          "permanence", new Text("permanences", "permanences"),
          "booking", new Text("rendez-vous", "appointments"),
          "ticket", new Text("numéros de file", "queue tickets"),
          "counter", new Text("guichets", "counters"),
          "device_key", new Text("bornes", "kiosks"),
          "assignment", new Text("agents", "agents"),
          "event_site", new Text("événements", "events"),
          "closure", new Text("fermetures", "closures"),
          "message_template", new Text("messages adaptés", "messages of its own"),
          "calendar_feed", new Text("agendas suivis", "followed calendars"));

  /** What comes with a house by itself. */
  private static final List<String> BY_ITSELF =
      List.of("queue_site", "ticket_series", "message_settings", "gone_slot");

  /** What is there only beside something that is named above, or goes with the row of the house. */
  private static final List<String> WITH_OTHERS =
      List.of(
          "session",
          "queue_event",
          "overtaking",
          "outbox",
          "release_act",
          "waitlist_entry",
          "waitlist_offer",
          "waitlist_freed",
          "opening_range",
          "exceptional_range",
          "site_room",
          "site_procedure");

  /** All tables that name a house; a test compares them with the database. */
  static Set<String> tables() {
    Set<String> all = new TreeSet<>(NEEDED_BY.keySet());
    all.addAll(BY_ITSELF);
    all.addAll(WITH_OTHERS);
    return all;
  }

  @Inject EntityManager database;

  private record Count(long siteId, long number) {}

  List<Text> of(List<Site> houses) {
    Map<Long, Site> byId = houses.stream().collect(Collectors.toMap(Site::id, Function.identity()));
    List<Text> uses = new ArrayList<>();
    NEEDED_BY.forEach(
        (table, what) ->
            Chunks.of(byId.keySet())
                .flatMap(ids -> counts(table, ids).stream())
                .forEach(count -> uses.add(use(byId.get(count.siteId()), what, count.number()))));
    return uses;
  }

  private List<Count> counts(String table, List<Long> ids) {
    return Sql.of(
            database,
            "select site_id, count(*) as number from "
                + table
                + " where site_id in (:ids) group by site_id order by site_id")
        .with("ids", ids)
        .list(Count.class);
  }

  private static Text use(Site house, Text what, long number) {
    return new Text(
        house.name() + " : " + what.fr() + " (" + number + ")",
        house.name() + ": " + what.en() + " (" + number + ")");
  }

  void remove(List<Site> houses) {
    Chunks.of(houses.stream().map(Site::id).toList())
        .forEach(
            ids -> {
              BY_ITSELF.forEach(table -> delete(table, "site_id", ids));
              delete("site", "id", ids);
            });
    database.clear();
  }

  private void delete(String table, String column, List<Long> ids) {
    Sql.of(database, "delete from " + table + " where " + column + " in (:ids)")
        .with("ids", ids)
        .run();
  }
}

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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who needs a house, and the removal of houses that nobody needs. */
@ApplicationScoped
class SiteRemoval {
  /** Rows of which each is somebody's work, or somebody's appointment. */
  private static final Map<String, Text> NEEDED_BY =
      Map.ofEntries(
          Map.entry("permanence", new Text("permanences", "permanences")),
          Map.entry("booking", new Text("rendez-vous", "appointments")),
          Map.entry("ticket", new Text("numéros de file", "queue tickets")),
          Map.entry("attendance", new Text("visites", "visits")),
          Map.entry("integrator_place", new Text("logiciels reliés", "connected systems")),
          Map.entry("counter", new Text("guichets", "counters")),
          Map.entry("device_key", new Text("bornes", "kiosks")),
          Map.entry("assignment", new Text("agents", "agents")),
          Map.entry("event_site", new Text("événements", "events")),
          Map.entry("closure", new Text("fermetures", "closures")),
          Map.entry("exceptional_range", new Text("horaires exceptionnels", "exceptional hours")),
          Map.entry(
              "site_procedure", new Text("démarches de la maison", "procedures of the house")),
          Map.entry("procedure_adaptation", new Text("démarches adaptées", "adapted procedures")),
          Map.entry("site_room", new Text("salles", "rooms")),
          Map.entry("message_template", new Text("messages adaptés", "messages of its own")),
          Map.entry("calendar_feed", new Text("agendas suivis", "followed calendars")));

  /** What comes with a house by itself. */
  private static final List<String> BY_ITSELF =
      List.of(
          "queue_site",
          "ticket_series",
          "message_settings",
          "gone_slot",
          "figure_day",
          "figure_month",
          "figure_house",
          "figure_work");

  /** What is there only beside something that is named above, or goes with the row of the house. */
  private static final List<String> WITH_OTHERS =
      List.of(
          "session",
          "queue_event",
          "overtaking",
          "outbox",
          "release_act",
          "change_entry",
          "change_latest",
          "webhook_endpoint_site",
          "waitlist_entry",
          "waitlist_offer",
          "waitlist_freed",
          "opening_range");

  /** All tables that name a house; a test compares them with the database. */
  static Set<String> tables() {
    Set<String> all = new TreeSet<>(NEEDED_BY.keySet());
    all.addAll(BY_ITSELF);
    all.addAll(WITH_OTHERS);
    return all;
  }

  private static final Text EDITED =
      new Text("fiche changée à la main", "its form was changed by hand");

  @Inject EntityManager database;

  private record Count(long siteId, long number) {}

  List<Text> of(List<Site> houses) {
    Map<Long, Site> byId = houses.stream().collect(Collectors.toMap(Site::id, Function.identity()));
    List<Text> uses = new ArrayList<>();
    NEEDED_BY.forEach(
        (table, what) ->
            Chunks.of(byId.keySet())
                .flatMap(ids -> counts(table, ids).stream())
                .forEach(count -> uses.add(use(house(byId, count), what, count.number()))));
    Chunks.of(byId.keySet())
        .flatMap(ids -> edits(ids).stream())
        .forEach(count -> uses.add(use(house(byId, count), EDITED, count.number())));
    return uses;
  }

  /**
   * By people, also of what the list knows nothing about; an archived house is none the less as the
   * list said.
   */
  private List<Count> edits(List<Long> ids) {
    return Sql.of(
            database,
            "select row_id as site_id, count(*) as number from register_change"
                + " where kind = 'sites' and act not in ('listed', 'listUndone', 'archived', 'broughtBack') and row_id in (:ids)"
                + " group by row_id order by row_id")
        .with("ids", ids)
        .list(Count.class);
  }

  private static Site house(Map<Long, Site> byId, Count count) {
    return Objects.requireNonNull(byId.get(count.siteId()));
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
    // What was changed of others is written before everything is forgotten.
    database.flush();
    Chunks.of(houses.stream().map(Site::id).toList())
        .forEach(
            ids -> {
              BY_ITSELF.forEach(table -> delete(table + " where site_id in (:ids)", ids));
              delete("register_change where kind = 'sites' and row_id in (:ids)", ids);
              delete("site where id in (:ids)", ids);
            });
    database.clear();
  }

  private void delete(String what, List<Long> ids) {
    Sql.of(database, "delete from " + what).with("ids", ids).run();
  }
}

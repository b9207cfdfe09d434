package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager and an admin do with people: Marc runs Moyaux, Anne the network. */
@QuarkusTest
@TestSecurity(user = "marc", roles = Role.MANAGER)
class PeopleTest extends ApiTest {
  @Inject Timetable database;
  private Site moyaux;
  private Site sees;

  @BeforeEach
  void people() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    fixtures.agent("lea", AgentRole.clerk, moyaux, sees);
    fixtures.partnerAgent("sophie", fixtures.partner("caf"));
  }

  private Map<String, Object> draft(String username, String role, Site... sites) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("username", username);
    draft.put("firstName", "Prénom");
    draft.put("lastName", "Nom");
    draft.put("assignments", List.of(at(role, sites)));
    return draft;
  }

  private static Map<String, Object> at(String role, Site... sites) {
    return sites.length == 0
        ? Map.of("role", role)
        : Map.of("role", role, "sites", Arrays.stream(sites).map(site -> "" + site.id()).toList());
  }

  private Map<String, Object> draft(String username, List<Map<String, Object>> assignments) {
    Map<String, Object> draft = draft(username, "clerk");
    draft.put("assignments", assignments);
    return draft;
  }

  private String id(String username) {
    return "" + database.number("select id from agent where username = '" + username + "'");
  }

  private Response invite(Map<String, Object> draft) {
    return api().contentType(ContentType.JSON).body(draft).post("/agents");
  }

  private ValidatableResponse change(String username, Map<String, Object> draft) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", etag(username))
        .body(draft)
        .put("/agents/" + id(username))
        .then();
  }

  private ValidatableResponse act(String username, String what) {
    return api()
        .header("If-Match", etag(username))
        .post("/agents/{id}/{what}", id(username), what)
        .then();
  }

  private String etag(String username) {
    return "\""
        + database.number("select version from agent where username = '" + username + "'")
        + "\"";
  }

  @Test
  void a_manager_sees_who_works_in_her_houses_and_nobody_else() {
    api().get("/agents").then().body("items.username", contains("claire", "lea", "marc"));
    api().get("/agents/" + id("hugo")).then().statusCode(404);
    api().get("/agents/" + id("sophie")).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_list_is_narrowed_by_words_house_role_and_standing() {
    database.change("update agent set seen_at = current_timestamp where username = 'claire'");
    database.change("update agent set last_name = 'Lefèvre' where username = 'claire'");
    api().get("/agents?q=lefèv").then().body("items.username", contains("claire"));
    api().get("/agents?q=100%25").then().body("items.username", equalTo(List.of()));
    api().get("/agents?standing=active").then().body("items.username", contains("claire"));
    api()
        .get("/agents?role=clerk&standing=invited&site=" + sees.id())
        .then()
        .body("items.username", contains("hugo", "lea"))
        .body("items[0].standing", equalTo("invited"));
  }

  @Test
  void a_manager_invites_for_her_houses_only_and_no_admin() {
    var paul = draft("paul", "clerk", moyaux);
    paul.put("email", "paul@example.org");
    invite(paul).then().statusCode(201).body("actions", hasItem("disable"));
    invite(draft("x.sees", "clerk", sees)).then().statusCode(403);
    invite(draft("x.both", "clerk", moyaux, sees)).then().statusCode(403);
    invite(draft("x.admin", "admin")).then().statusCode(403);
    assertThat(database.number("select count(*) from agent where username like 'x.%'")).isZero();
  }

  @Test
  void who_works_elsewhere_too_keeps_what_they_are_there() {
    change("lea", draft("lea", "clerk", sees)).statusCode(200);
    assertThat(database.number("select count(*) from assignment where agent_id = " + id("lea")))
        .isEqualTo(1);
  }

  @Test
  void what_somebody_is_elsewhere_or_for_a_partner_is_not_a_managers_to_change() {
    fixtures.also("sophie", AgentRole.clerk, moyaux);
    change("lea", draft("lea", "manager", moyaux, sees)).statusCode(403);
    change("lea", draft("lea", "clerk", moyaux)).statusCode(403);
    act("lea", "disabling").statusCode(403);
    change("sophie", draft("sophie", "clerk", moyaux)).statusCode(403);
    change("lea", draft("lea", List.of(at("manager", moyaux), at("clerk", sees))))
        .statusCode(200)
        .body("assignments.role", contains("clerk", "manager"));
    change("claire", draft("claire", "manager", moyaux)).statusCode(200);
  }

  /** The link to a new password goes there. */
  @Test
  void the_address_of_somebody_who_is_more_elsewhere_is_not_a_managers_to_change() {
    fixtures.also("sophie", AgentRole.clerk, moyaux);
    var lea = draft("lea", "clerk", moyaux, sees);
    lea.put("email", "mine@example.org");
    change("lea", lea).statusCode(400).body("errors.field", contains("email"));
    assertThat(database.number("select count(*) from agent where email = 'mine@example.org'"))
        .isZero();
    lea.remove("email");
    lea.put("firstName", "Léa");
    change("lea", lea).statusCode(200);
    var claire = draft("claire", "clerk", moyaux);
    claire.put("email", "claire@example.org");
    change("claire", claire).statusCode(200);
    var marc = draft("marc", "manager", moyaux);
    marc.put("email", "marc@example.org");
    fixtures.also("marc", AgentRole.clerk, sees);
    marc.put("assignments", List.of(at("manager", moyaux), at("clerk", sees)));
    change("marc", marc).statusCode(200);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_admin_changes_anybodys_address() {
    var lea = draft("lea", "clerk", moyaux, sees);
    lea.put("email", "lea@example.org");
    change("lea", lea).statusCode(200);
  }

  @Test
  void who_manages_one_house_and_greets_in_another_places_nobody_there() {
    fixtures.also("marc", AgentRole.clerk, sees);
    api().get("/agents").then().body("items.username", contains("claire", "lea", "marc"));
    api().get("/agents/" + id("hugo")).then().statusCode(404);
    invite(draft("x.sees", "clerk", sees)).then().statusCode(403);
    change("marc", draft("marc", List.of(at("manager", moyaux, sees)))).statusCode(403);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void one_agent_is_several_things_in_several_houses() {
    String caf = "" + database.number("select id from partner where code = 'caf'");
    List<Map<String, Object>> all =
        List.of(
            at("manager", moyaux),
            at("clerk", sees),
            Map.of("role", "partner", "partner", caf, "departments", List.of("61", "14")),
            at("admin"));
    invite(draft("paul", all))
        .then()
        .statusCode(201)
        .body("assignments.role", contains("clerk", "manager", "partner", "admin"))
        .body("assignments[2].departments", contains("14", "61"))
        .body("assignments[2].wholeCountry", equalTo(false));
    change("paul", draft("paul", "clerk", moyaux))
        .statusCode(200)
        .body("assignments.role", contains("clerk"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void what_makes_no_sense_is_named_field_by_field() {
    String caf = "" + database.number("select id from partner where code = 'caf'");
    invite(
            draft(
                "paul",
                List.of(
                    Map.of("role", "partner", "partner", caf),
                    at("clerk", moyaux),
                    at("manager", moyaux),
                    Map.of("role", "clerk", "sites", List.of("1")),
                    Map.of("role", "admin", "departments", List.of("14")))))
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            contains(
                "assignments[0].wholeCountry",
                "assignments[2].sites",
                "assignments[3].role",
                "assignments[4].departments"));
    invite(
            draft(
                "paul",
                List.of(
                    Map.of(
                        "role",
                        "partner",
                        "partner",
                        caf,
                        "departments",
                        List.of("14", "20"),
                        "sites",
                        List.of("999999")))))
        .then()
        .statusCode(400)
        .body("errors.field", contains("assignments[0].sites[0]", "assignments[0].departments[1]"));
    invite(draft("paul", List.of())).then().statusCode(400);
  }

  @Test
  void who_is_disabled_and_brought_back_has_a_history() {
    act("claire", "disabling")
        .statusCode(200)
        .body("standing", equalTo("disabled"))
        .body("actions", contains("change", "bringBack"));
    act("claire", "return").statusCode(200).body("standing", equalTo("invited"));
    change("claire", draft("claire", "manager", moyaux)).statusCode(200);
    api()
        .get("/agents/{id}/history", id("claire"))
        .then()
        .statusCode(200)
        .body("items.what", contains("changed", "broughtBack", "disabled"))
        .body("items[0].by", equalTo("marc"))
        .body("items[0].before", containsString("clerk"))
        .body("items[0].after", containsString("manager"));
  }

  @Test
  void two_who_change_the_same_person_never_overwrite_each_other() {
    String stale = etag("claire");
    act("claire", "disabling").statusCode(200);
    api()
        .header("If-Match", stale)
        .post("/agents/{id}/return", id("claire"))
        .then()
        .statusCode(412);
  }

  @Test
  void nobody_shuts_themself_out() {
    act("marc", "disabling").statusCode(403);
    change("marc", draft("marc", "clerk", moyaux)).statusCode(403);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void somebody_always_runs_the_network() {
    fixtures.agent("bea", AgentRole.admin);
    act("bea", "disabling").statusCode(200);
    change("anne", draft("anne", "clerk", moyaux)).statusCode(403);
    act("anne", "disabling").statusCode(403);
  }

  @Test
  void an_invitation_goes_by_mail_and_the_older_link_is_dead() {
    var paul = draft("paul", "clerk", moyaux);
    paul.put("email", "paul@example.org");
    invite(paul).then().statusCode(201);
    api().post("/agents/{id}/invitation", id("paul")).then().statusCode(200);
    api().post("/agents/{id}/invitation", id("paul")).then().statusCode(200);
    assertThat(database.number("select count(*) from outbox where kind = 'agentInvited'"))
        .isGreaterThanOrEqualTo(2);
    assertThat(
            database.number("select count(*) from entry_link where expires_at > current_timestamp"))
        .isLessThanOrEqualTo(1);
    api()
        .post("/agents/{id}/invitation", id("claire"))
        .then()
        .statusCode(403)
        .body("detail", not(containsString("null")));
  }

  @Test
  void a_change_has_a_way_back() {
    change("claire", draft("claire", "manager", moyaux)).statusCode(200);
    Map<String, Object> was =
        api().get("/agents/{id}/history", id("claire")).then().extract().path("items[0].was");
    change("claire", was).statusCode(200).body("assignments.role", contains("clerk"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_list_is_read_page_by_page_by_name_too() {
    for (String name : List.of("claire:Zola", "hugo:Arnaud", "lea:Émery", "marc:Arnaud")) {
      String[] parts = name.split(":");
      database.change(
          "update agent set last_name = '%s', first_name = '%s' where username = '%s'"
              .formatted(parts[1], parts[0].equals("marc") ? "Aline" : "Zoé", parts[0]));
    }
    List<String> all = new ArrayList<>();
    String next = "";
    while (next != null) {
      var page = api().get("/agents?sort=name&limit=2" + next).then().statusCode(200).extract();
      all.addAll(page.path("items.username"));
      next = page.path("nextCursor");
      next = next == null ? null : "&cursor=" + next;
    }
    assertThat(all).hasSize(6).doesNotHaveDuplicates().startsWith("marc", "hugo");
    assertThat(all.indexOf("claire")).isGreaterThan(all.indexOf("hugo"));
  }
}

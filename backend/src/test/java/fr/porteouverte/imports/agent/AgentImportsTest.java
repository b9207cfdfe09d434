package fr.porteouverte.imports.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of agents that was the wrong one: as everybody was before, or nothing at all. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class AgentImportsTest extends ApiTest {
  private static final String TABLES = "/imports/tables/agents";
  private static final String HEAD = "username;lastName;firstName;email;standing;assignments\r\n";

  @Inject Timetable database;
  private Site moyaux;
  private Site sees;

  @BeforeEach
  void people() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("lea", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    database.change("update agent set email = 'hugo@example.org' where username = 'hugo'");
  }

  private String table() {
    return new String(
        api().get(TABLES + "/file").then().statusCode(200).extract().asByteArray(),
        StandardCharsets.UTF_8);
  }

  private ValidatableResponse bring(String rows) {
    return api()
        .contentType("text/csv")
        .body((HEAD + rows).getBytes(StandardCharsets.UTF_8))
        .post(TABLES + "/file")
        .then();
  }

  private String brought(String rows) {
    return bring(rows).statusCode(200).body("id", notNullValue()).extract().path("id");
  }

  private ValidatableResponse undo(String id) {
    return api().post(TABLES + "/" + id + "/undo").then();
  }

  private ValidatableResponse listed() {
    return api().get(TABLES).then().statusCode(200);
  }

  private String nina() {
    return "nina;Roy;Nina;nina@example.org;;clerk: " + moyaux.code() + "\r\n";
  }

  private String hugoAtMoyaux() {
    return "hugo;Petit;Hugo;h.petit@example.org;;manager: " + moyaux.code() + " | integrator\r\n";
  }

  private ValidatableResponse agent(String username) {
    long id = database.number("select id from agent where username = '" + username + "'");
    return api().get("/agents/" + id).then().statusCode(200);
  }

  @Test
  void what_a_wrong_table_changed_and_whom_it_invited_is_as_before() {
    String before = table();
    String id = brought(nina() + hugoAtMoyaux());
    listed()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].by", equalTo("anne"))
        .body("items[0].counts.created", equalTo(1))
        .body("items[0].counts.changed", equalTo(1))
        .body("items[0].undoneAt", nullValue());
    database.change("update agent set keycloak_due = false");

    undo(id).statusCode(200).body("undoneBy", equalTo("anne"));
    agent("hugo")
        .body("email", equalTo("hugo@example.org"))
        .body("assignments.role", contains("clerk"))
        .body("loginPending", equalTo(true));
    agent("nina")
        .body("standing", equalTo("disabled"))
        .body("email", nullValue())
        .body("loginPending", equalTo(true));
    assertThat(table().lines().filter(row -> !row.startsWith("nina;")))
        .containsExactlyElementsOf(before.lines().toList());
    assertThat(database.number("select count(*) from entry_link where expires_at > now()"))
        .isZero();
    listed().body("items[0].undoneAt", notNullValue());
    undo(id).statusCode(409);
  }

  @Test
  void who_was_changed_since_is_named_and_nobody_is_as_before() {
    String id = brought(nina() + hugoAtMoyaux());
    long hugo = database.number("select id from agent where username = 'hugo'");
    Map<String, Object> clerk = Map.of("role", "clerk", "sites", List.of("" + sees.id()));
    api()
        .header("If-Match", agent("hugo").extract().header("ETag"))
        .contentType("application/json")
        .body(
            Map.of(
                "username",
                "hugo",
                "firstName",
                "Hugo",
                "lastName",
                "Petit",
                "assignments",
                List.of(clerk)))
        .put("/agents/" + hugo)
        .then()
        .statusCode(200);
    undo(id)
        .statusCode(409)
        .body("errors", hasSize(1))
        .body("errors[0].message", startsWith("hugo : changé depuis"));
    agent("nina").body("standing", equalTo("invited"));
    listed().body("items[0].undoneAt", nullValue());
  }

  @Test
  void an_address_that_is_somebody_elses_by_now_is_not_given_back() {
    String id = brought(hugoAtMoyaux());
    brought("zoe;Roy;Zoé;hugo@example.org;;integrator\r\n");
    undo(id).statusCode(409).body("errors[0].message", startsWith("hugo : Un autre agent a déjà"));
  }

  @Test
  void whom_a_table_that_was_taken_back_invited_a_better_one_invites_again() {
    undo(brought(nina())).statusCode(200);
    // Nobody brings them back by the table as it stands.
    bring(table().substring(HEAD.length())).statusCode(200).body("rows", empty());
    String again =
        bring(nina().replace("clerk: " + moyaux.code(), "clerk: " + sees.code()))
            .statusCode(200)
            .body("counts.created", equalTo(1))
            .extract()
            .path("id");
    agent("nina").body("standing", equalTo("invited")).body("email", equalTo("nina@example.org"));
    assertThat(database.number("select count(*) from outbox where kind = 'agentInvited'"))
        .isEqualTo(2);
    undo(again).statusCode(200);
    // The same address for another name: it was the name that was wrong.
    bring(nina().replace("nina;", "nina.roy;")).statusCode(200);
  }

  @Test
  void whom_somebody_disabled_by_hand_no_table_brings_back() {
    brought(nina());
    long id = database.number("select id from agent where username = 'nina'");
    String tag = agent("nina").extract().header("ETag");
    api().header("If-Match", tag).post("/agents/" + id + "/disabling").then().statusCode(200);
    bring(nina()).statusCode(200).body("rows", empty());
    agent("nina").body("standing", equalTo("disabled"));
  }

  @Test
  void a_table_that_changed_nothing_is_no_import() {
    bring(table().substring(HEAD.length())).statusCode(200).body("id", nullValue());
    listed().body("items", empty());
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_takes_back_her_own_and_knows_of_no_others() {
    String id = brought(nina());
    long others = database.number("select max(id) from agent_import") + 1;
    database.change(
        "insert into agent_import (at, actor, created, changed, unchanged)"
            + " values (current_timestamp, 'anne', 1, 0, 0)");
    listed().body("items.id", contains(id));
    undo("" + others).statusCode(404);
    undo(id).statusCode(200);
    agent("nina").body("standing", equalTo("disabled"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void whoever_is_elsewhere_by_now_is_not_hers_to_take_back() {
    String id = brought(nina());
    database.change(
        "update assignment set site_id = "
            + sees.id()
            + " where agent_id = (select id from agent where username = 'nina')");
    undo(id).statusCode(409).body("errors[0].message", startsWith("nina : n’est plus"));
  }
}

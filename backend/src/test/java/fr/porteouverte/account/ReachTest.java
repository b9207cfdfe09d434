package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CAF sits in Moyaux (14) and in Sées (61); Sophie works for it in the Orne only. */
@QuarkusTest
@TestSecurity(user = "sophie", roles = Role.PARTNER)
class ReachTest extends ApiTest {
  @Inject Timetable database;
  private Site moyaux;
  private Site sees;
  private Partner caf;
  private long atMoyaux;
  private long atSees;

  @BeforeEach
  void caf() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux", "14", 49.1966, 0.3568);
    sees = fixtures.site("Sées", "61", 48.6049, 0.1718);
    caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    atMoyaux = session(moyaux, rsa);
    atSees = session(sees, rsa);
    fixtures.partnerAgentIn("sophie", caf, "61");
    fixtures.partnerAgent("nadia", caf);
    fixtures.partnerAgentIn("yann", caf, "14");
  }

  private long session(Site site, Procedure rsa) {
    database.add(
        Timetable.Session.of(site, caf, TestClock.MONDAY.plus(Duration.ofHours(3)), 3, rsa));
    return database.number("select max(id) from session");
  }

  private ValidatableResponse sessions(String query) {
    return api().get("/sessions" + query).then();
  }

  @Test
  void sessions_of_another_department_are_in_no_list() {
    sessions("").statusCode(200).body("items.id", contains("" + atSees));
    sessions("?site=" + sees.id()).body("items.id", contains("" + atSees));
    sessions("?site=" + moyaux.id()).statusCode(404);
  }

  @Test
  void a_session_of_another_department_is_as_unknown_as_none() {
    for (String what : new String[] {"", "/bookings", "/walk-ins", "/colleagues"}) {
      api().get("/sessions/" + atSees + what).then().statusCode(200);
      api().get("/sessions/" + atMoyaux + what).then().statusCode(404);
    }
    api().post("/sessions/" + atSees + "/confirmation").then().statusCode(200);
    api().post("/sessions/" + atMoyaux + "/confirmation").then().statusCode(404);
  }

  @Test
  void a_session_is_handed_to_who_may_come_there() {
    api()
        .get("/sessions/" + atSees + "/colleagues")
        .then()
        .body("items.username", contains("nadia", "sophie"));
    handover("nadia").statusCode(200);
    handover("yann").statusCode(400).body("errors.field", contains("agent"));
  }

  private ValidatableResponse handover(String who) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("agent", who))
        .post("/sessions/" + atSees + "/handover")
        .then();
  }

  @Test
  void a_house_that_opens_in_the_department_is_theirs_too_and_a_named_one_with_it() {
    database.change("update site set department = '61' where id = " + moyaux.id());
    sessions("").body("items.id", contains("" + atMoyaux, "" + atSees));
    database.change("update site set department = '50' where id = " + moyaux.id());
    sessions("").body("items.id", contains("" + atSees));
    fixtures.also("sophie", AgentRole.partner, moyaux);
    sessions("").body("items.id", contains("" + atMoyaux, "" + atSees));
  }

  @Test
  void whose_department_has_no_house_sees_nothing() {
    database.change("update assignment set department = '75' where department = '61'");
    sessions("").statusCode(200).body("items", empty());
    api().get("/sessions/" + atSees).then().statusCode(404);
  }

  @Test
  void a_calendar_shows_their_department_only_and_none_of_another_can_be_asked_for() {
    String feed = ask(Map.of("kind", "agent")).statusCode(201).extract().<String>path("url");
    database.change("update session set agent = 'sophie'");
    String calendar = api().get(feed.substring(feed.indexOf("/feeds/"))).body().asString();
    assertThat(calendar).contains("Sées").doesNotContain("Moyaux");
    ask(Map.of("kind", "permanence", "id", "" + permanence(atSees))).statusCode(201);
    ask(Map.of("kind", "permanence", "id", "" + permanence(atMoyaux))).statusCode(404);
  }

  @Test
  void a_permanences_address_closes_when_its_agent_goes_to_another_department() {
    String feed =
        ask(Map.of("kind", "permanence", "id", "" + permanence(atSees)))
            .statusCode(201)
            .extract()
            .path("url");
    String path = feed.substring(feed.indexOf("/feeds/"));
    api().get(path).then().statusCode(200);
    database.change("update assignment set department = '14' where department = '61'");
    api().get(path).then().statusCode(404);
  }

  private long permanence(long session) {
    return database.number("select permanence_id from session where id = " + session);
  }

  private ValidatableResponse ask(Map<String, Object> feed) {
    return api()
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body(feed)
        .post("/calendar-feeds")
        .then();
  }

  @Test
  @TestSecurity(
      user = "sophie",
      roles = {Role.PARTNER, Role.CLERK})
  void who_is_clerk_of_another_house_too_sees_all_of_it_and_her_partners_in_the_department() {
    fixtures.also("sophie", AgentRole.clerk, moyaux);
    sessions("").body("items.id", contains("" + atMoyaux, "" + atSees));
    api()
        .get("/me")
        .then()
        .body("roles", contains("clerk", "partner"))
        .body("sites.name", contains("Moyaux"))
        .body("sites[0].roles", contains("clerk"))
        .body("assignments[1].departments", contains("61"))
        .body("assignments[1].wholeCountry", equalTo(false));
    api().get("/sites/" + moyaux.id() + "/queue").then().statusCode(200);
    api().get("/sites/" + sees.id() + "/queue").then().statusCode(404);
  }
}

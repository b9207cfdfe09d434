package fr.porteouverte.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Systems;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system of two partners has what is of either, and nothing of a third. */
@QuarkusTest
@TestProfile(AsRun.class)
class SeveralPartnersTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;

  /** What one partner does in one house. */
  private record Table(Partner partner, Procedure procedure, List<String> slots) {}

  private Site moyaux;
  private Site sees;
  private Table caf;
  private Table msa;
  private Table travail;
  private Table cafInSees;

  @BeforeEach
  void threePartners() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.alwaysOpen(moyaux);
    Partner first = fixtures.partner("caf");
    Partner second = fixtures.partner("msa");
    Partner third = fixtures.partner("france-travail");
    Procedure rsa = fixtures.procedure("rsa", first, 30);
    caf = table(moyaux, first, rsa, 3);
    cafInSees = table(sees, first, rsa, 3);
    msa = table(moyaux, second, fixtures.procedure("retraite", second, 30), 7);
    travail = table(moyaux, third, fixtures.procedure("emploi", third, 30), 11);
    fixtures.agent("claire", AgentRole.clerk, moyaux, sees);
    fixtures.agent("anne", AgentRole.admin);
    systems.of("both", List.of(first, second), List.of(), Systems.everything());
    systems.of("here", List.of(first, second), List.of(moyaux), Systems.everything());
  }

  private Table table(Site site, Partner partner, Procedure procedure, int hour) {
    return new Table(
        partner,
        procedure,
        timetable.add(
            Timetable.Session.of(
                    site, partner, TestClock.MONDAY.plus(Duration.ofHours(hour)), 6, procedure)
                .capacity(50)));
  }

  private RequestSpecification as(String system) {
    return Systems.as(system, api());
  }

  private RequestSpecification claire() {
    return api().auth().oauth2(Bearer.token("claire")).contentType(ContentType.JSON);
  }

  private static Response book(RequestSpecification as, Table at) {
    return as.body(
            Map.of(
                "slotId",
                at.slots().get(0),
                "procedureId",
                Ids.of(at.procedure().id()),
                "visitor",
                Map.of("firstName", "Odette", "lastName", "Perrin")))
        .post("/bookings");
  }

  private String booked(Table at) {
    Response made = book(claire(), at);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("reference");
  }

  @Test
  void it_lists_and_reads_the_bookings_of_both_and_of_no_other() {
    String ofCaf = booked(caf);
    String ofMsa = booked(msa);
    String ofTravail = booked(travail);
    String inSees = booked(cafInSees);
    as("both").get("/bookings").then().body("items.reference", contains(ofCaf, ofMsa, inSees));
    as("here").get("/bookings").then().body("items.reference", contains(ofCaf, ofMsa));
    for (String seen : List.of(ofCaf, ofMsa)) {
      as("here").get("/bookings/" + seen).then().statusCode(200);
      as("here").get("/bookings/" + seen + "/visitor").then().statusCode(200);
      as("here").get("/bookings/" + seen + "/calendar.ics").then().statusCode(200);
    }
    as("both").get("/bookings/" + inSees).then().statusCode(200);
    as("here").get("/bookings/" + inSees).then().statusCode(404);
    for (String system : List.of("both", "here")) {
      as(system).get("/bookings/" + ofTravail).then().statusCode(404);
      as(system).get("/bookings/" + ofTravail + "/visitor").then().statusCode(404);
      as(system).post("/bookings/" + ofTravail + "/cancellation").then().statusCode(404);
    }
  }

  @Test
  void it_books_with_both_and_is_refused_with_another() {
    String reference = book(as("both"), msa).then().statusCode(201).extract().path("reference");
    book(as("both"), caf).then().statusCode(201);
    book(as("both"), travail).then().statusCode(403);
    book(as("here"), cafInSees).then().statusCode(403);
    for (Map.Entry<Table, Integer> at : Map.of(msa, 201, travail, 403).entrySet()) {
      Map<String, Object> hold =
          Map.of(
              "slotId",
              at.getKey().slots().get(1),
              "procedureId",
              Ids.of(at.getKey().procedure().id()));
      as("both").body(hold).post("/holds").then().statusCode(at.getValue());
    }
    as("both").post("/bookings/" + reference + "/cancellation").then().statusCode(200);
  }

  @Test
  void it_follows_what_changes_with_both_and_with_no_other() {
    String start = as("both").get("/changes").path("next");
    String ofCaf = booked(caf);
    booked(travail);
    String ofMsa = booked(msa);
    String inSees = booked(cafInSees);
    as("both")
        .queryParam("after", start)
        .get("/changes")
        .then()
        .body("items.subject", contains(ofCaf, ofMsa, inSees))
        .body("items.partnerId", contains(id(caf), id(msa), id(caf)));
    as("here")
        .queryParam("after", start)
        .get("/changes")
        .then()
        .body("items.subject", contains(ofCaf, ofMsa))
        .body("items.siteId", everyItem(equalTo(Ids.of(moyaux.id()))));
    as("here")
        .queryParam("after", start)
        .queryParam("site", Ids.of(sees.id()))
        .get("/changes")
        .then()
        .body("items", empty());
  }

  private static String id(Table of) {
    return Ids.of(of.partner().id());
  }

  @Test
  void it_lists_the_visits_of_both_and_of_no_other() {
    String ofCaf = booked(caf);
    String ofMsa = booked(msa);
    String ofTravail = booked(travail);
    clock.advance(Duration.ofHours(15));
    for (String one : List.of(ofCaf, ofTravail, ofMsa)) {
      claire()
          .header("If-Match", "\"0\"")
          .body(Map.of("outcome", "absent"))
          .put("/bookings/" + one + "/attendance")
          .then()
          .statusCode(200);
    }
    as("both").get("/visits").then().body("items.booking", contains(ofCaf, ofMsa));
  }

  @Test
  void a_partner_that_is_taken_away_is_gone_with_the_next_call() {
    String ofCaf = booked(caf);
    String ofMsa = booked(msa);
    String id = Ids.of(timetable.number("select min(id) from integrator"));
    RequestSpecification admin =
        api().auth().oauth2(Bearer.token("anne", Role.ADMIN)).contentType(ContentType.JSON);
    Response seen = admin.get("/integrators/" + id);
    seen.then().body("partners.code", contains("caf", "msa")).body("sites", empty());
    Map<String, Object> form = new HashMap<>();
    for (String same : List.of("name", "contactName", "contactEmail", "scopes")) {
      form.put(same, seen.path(same));
    }
    form.put("partners", List.of(id(msa), id(msa)));
    edit(id, seen, form).then().statusCode(200).body("partners.code", contains("msa"));
    as("both").get("/bookings/" + ofCaf).then().statusCode(404);
    as("both").get("/bookings/" + ofMsa).then().statusCode(200);
    as("both").get("/bookings").then().body("items.size()", is(1));
    edit(id, seen, form).then().statusCode(412);
  }

  /** As the admin saw it. */
  private Response edit(String id, Response seen, Map<String, Object> form) {
    return api()
        .auth()
        .oauth2(Bearer.token("anne", Role.ADMIN))
        .contentType(ContentType.JSON)
        .header("If-Match", seen.header("ETag"))
        .body(form)
        .put("/integrators/" + id);
  }
}

package fr.porteouverte.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other systems book and read: in their own places only, and nothing of a person. */
@QuarkusTest
@TestProfile(AsRun.class)
class SystemBookingTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;
  private Partner caf;
  private Procedure rsa;
  private List<String> here;
  private List<String> there;

  @BeforeEach
  void aDay() {
    clock.set(TestClock.MONDAY);
    Site moyaux = fixtures.site("Moyaux");
    Site sees = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    here = add(moyaux, caf);
    there = add(sees, caf);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    systems.at("coop", List.of(moyaux), Scope.BOOKINGS_READ, Scope.BOOKINGS_WRITE);
    systems.at("reader", List.of(moyaux), Scope.BOOKINGS_READ);
    systems.of("caf", caf, Scope.BOOKINGS_READ, Scope.BOOKINGS_WRITE);
    systems.of("travail", fixtures.partner("france-travail"), Systems.everything());
  }

  private List<String> add(Site site, Partner partner) {
    return timetable.add(
        Timetable.Session.of(site, partner, TestClock.MONDAY.plus(Duration.ofHours(30)), 6, rsa)
            .capacity(50));
  }

  private RequestSpecification as(String clientId) {
    return Systems.as(clientId, api());
  }

  private Map<String, Object> wanted(String slot) {
    return Map.of(
        "slotId",
        slot,
        "procedureId",
        Ids.of(rsa.id()),
        "visitor",
        Map.of(
            "firstName",
            "Odette",
            "lastName",
            "Perrin",
            "email",
            "odette@example.org",
            "bookedBy",
            "Gaston"));
  }

  private static void tellsNothingOfThePerson(Response answer) {
    answer.then().body("visitor.lastName", nullValue()).body("slipCode", nullValue());
    assertThat(answer.asString())
        .doesNotContain("Odette")
        .doesNotContain("Perrin")
        .doesNotContain("example.org")
        .doesNotContain("Gaston");
  }

  @Test
  void a_system_reads_of_an_appointment_nothing_of_the_person() {
    Response made = api().contentType(ContentType.JSON).body(wanted(here.get(0))).post("/bookings");
    made.then().statusCode(201).body("slipCode", notNullValue());
    String path = "/bookings/" + made.path("reference");
    Response read = as("reader").get(path);
    read.then().statusCode(200).body("reference", equalTo(made.path("reference")));
    tellsNothingOfThePerson(read);
    tellsNothingOfThePerson(as("reader").header("Booking-Secret", made.path("secret")).get(path));
    Response calendar = as("reader").accept("text/calendar").get(path + "/calendar.ics");
    assertThat(calendar.statusCode()).isEqualTo(200);
    assertThat(calendar.asString()).doesNotContain("Perrin").doesNotContain("Odette");
    api()
        .auth()
        .oauth2(Bearer.token("claire"))
        .get(path)
        .then()
        .body("visitor.lastName", equalTo("Perrin"));
  }

  @Test
  void what_a_system_writes_is_answered_without_the_person_too() {
    Response made = as("coop").body(wanted(here.get(0))).post("/bookings");
    made.then().statusCode(201).body("secret", notNullValue());
    tellsNothingOfThePerson(made);
    String path = "/bookings/" + made.path("reference");
    Response same = as("coop").body(Map.of("slotId", here.get(0))).post(path + "/reschedule");
    same.then().statusCode(200);
    tellsNothingOfThePerson(same);
    Response way = as("coop").body(Map.of("contactBy", "none")).put(path + "/contact-by");
    way.then().statusCode(200);
    tellsNothingOfThePerson(way);
    for (int i = 0; i < 2; i++) {
      Response gone = as("coop").post(path + "/cancellation");
      gone.then().statusCode(200);
      tellsNothingOfThePerson(gone);
    }
  }

  private Response corrected(String clientId, String path, Map<String, ?> visitor) {
    return as(clientId)
        .header("If-Match", "\"" + timetable.number("select max(version) from booking") + "\"")
        .body(Map.of("visitor", visitor))
        .put(path + "/visitor");
  }

  @Test
  void a_system_puts_a_name_and_an_address_right_and_is_told_nothing_of_the_person() {
    String path = booked(here.get(0));
    Map<String, String> right =
        Map.of("firstName", "Odile", "lastName", "Perret", "phone", "06 12 34 56 78");

    Response read = as("coop").get(path + "/visitor");
    read.then().statusCode(200).body("visitor.language", equalTo("fr"));
    tellsNothingOfThePerson(read);
    Response done = corrected("coop", path, right);
    done.then().statusCode(200).body("visitor.contactBy", equalTo("sms"));
    assertThat(done.asString()).doesNotContain("Odile").doesNotContain("3361234");

    assertThat(timetable.text("select first_name || last_name || phone from booking"))
        .isEqualTo("OdilePerret+33612345678");
    assertThat(timetable.number("select count(*) from booking where email is not null")).isZero();
    assertThat(
            timetable.text(
                "select actor || ' ' || origin from booking_event where kind = 'corrected'"))
        .isEqualTo("service-account-coop api");
    assertThat(timetable.text("select done_by from change_entry where type = 'booking.corrected'"))
        .isEqualTo("api");
    as("coop")
        .header("If-Match", "\"99\"")
        .body(Map.of("visitor", right))
        .put(path + "/visitor")
        .then()
        .statusCode(412);
  }

  @Test
  void only_in_its_places_and_with_the_scope_does_a_system_put_a_person_right() {
    String path = booked(here.get(0));
    Map<String, String> right = Map.of("firstName", "Odile", "lastName", "Perret");

    corrected("reader", path, right)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/scope-missing"));
    as("reader").get(path + "/visitor").then().statusCode(403);
    corrected("travail", path, right).then().statusCode(404);
    String elsewhere = booked(there.get(0));
    as("coop").get(elsewhere + "/visitor").then().statusCode(404);
    corrected("coop", elsewhere, right).then().statusCode(404);
    assertThat(timetable.number("select count(*) from booking where first_name = 'Odile'"))
        .isZero();
    corrected("caf", path, right).then().statusCode(200);
  }

  private String booked(String slot) {
    Response made = api().contentType(ContentType.JSON).body(wanted(slot)).post("/bookings");
    made.then().statusCode(201);
    return "/bookings/" + made.path("reference");
  }

  @Test
  void outside_its_places_a_system_neither_holds_nor_books() {
    Map<String, Object> hold = Map.of("slotId", there.get(0), "procedureId", Ids.of(rsa.id()));
    as("coop").body(hold).post("/holds").then().statusCode(403);
    as("coop")
        .body(wanted(there.get(0)))
        .post("/bookings")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"));
    as("travail").body(wanted(here.get(0))).post("/bookings").then().statusCode(403);
    assertThat(timetable.number("select count(*) from booking")).isZero();
  }

  @Test
  void in_its_houses_a_system_holds_for_as_many_people_as_it_serves() {
    String browser = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      as("coop")
          .header("Browser-Id", browser)
          .body(Map.of("slotId", here.get(i), "procedureId", Ids.of(rsa.id())))
          .post("/holds")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void a_partners_system_books_reads_moves_and_cancels_in_its_sessions() {
    Response made = as("caf").body(wanted(here.get(0))).post("/bookings");
    made.then().statusCode(201);
    String path = "/bookings/" + made.path("reference");
    as("caf").get(path).then().statusCode(200);
    as("travail").get(path).then().statusCode(404);
    as("caf")
        .body(Map.of("slotId", there.get(0)))
        .post(path + "/reschedule")
        .then()
        .statusCode(200);
    as("coop").get(path).then().statusCode(404);
    as("caf").post(path + "/cancellation").then().statusCode(200);
  }

  @Test
  void a_client_that_nobody_entered_here_books_and_reads_nothing() {
    for (String token :
        List.of(
            Bearer.token("service-account-stranger"),
            Bearer.token("service-account-stranger", Role.CLERK, Role.MANAGER))) {
      api()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body(wanted(here.get(0)))
          .post("/bookings")
          .then()
          .statusCode(403)
          .body("type", equalTo("/problems/scope-missing"));
    }
    String operator = Bearer.token("service-account-operator", Role.ADMIN);
    api()
        .auth()
        .oauth2(operator)
        .contentType(ContentType.JSON)
        .body(wanted(here.get(0)))
        .post("/bookings")
        .then()
        .statusCode(201)
        .body("visitor.lastName", equalTo("Perrin"));
  }
}

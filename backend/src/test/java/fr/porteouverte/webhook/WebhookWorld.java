package fr.porteouverte.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Systems;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A house where people book, a system that follows, and its servers. */
abstract class WebhookWorld extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;
  @Inject FanOut fanOut;
  @Inject WebhookLanes lanes;
  Site moyaux;
  Partner caf;
  Procedure rsa;
  List<String> slots;
  private final List<Receiver> receivers = new ArrayList<>();

  @BeforeEach
  void aDay() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux");
    fixtures.alwaysOpen(moyaux);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    slots =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofHours(3)), 6, rsa)
                .capacity(50));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("anne", AgentRole.admin);
    systems.at("coop", List.of(moyaux), Systems.everything());
  }

  @AfterEach
  void closeAll() {
    receivers.forEach(Receiver::close);
  }

  Receiver receiver() {
    Receiver one = new Receiver();
    receivers.add(one);
    return one;
  }

  RequestSpecification coop() {
    return Systems.as("coop", api());
  }

  RequestSpecification agent(String username) {
    return api().auth().oauth2(Bearer.token(username)).contentType(ContentType.JSON);
  }

  Response enter(RequestSpecification as, String url, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("url", url);
    return as.body(form).post("/webhooks");
  }

  /** Of the system {@code coop}. */
  Response enter(Receiver receiver) {
    Response made = enter(coop(), receiver.url(), Map.of());
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  void ping(String id) {
    coop().post("/webhooks/" + id + "/ping").then().statusCode(200);
  }

  /** One that has answered its ping. */
  String active(Receiver receiver) {
    String id = enter(receiver).path("id");
    ping(id);
    return id;
  }

  String book() {
    Response made = book(agent("claire"), slots.get(0));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("reference");
  }

  Response book(RequestSpecification as, String slot) {
    return as.contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                Ids.of(rsa.id()),
                "visitor",
                Map.of("firstName", "Odette", "lastName", "Perrin", "email", "o@example.org")))
        .post("/bookings");
  }

  /** All that is due goes. */
  void go() {
    while (fanOut.run()) {
      // There is more.
    }
    while (lanes.run()) {
      // There is more.
    }
  }

  List<Map<String, Object>> log(String id) {
    return coop()
        .get("/webhooks/" + id + "/deliveries?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.type != 'webhook.ping' }");
  }

  String state(String id) {
    return coop().get("/webhooks/" + id).then().statusCode(200).extract().path("state");
  }
}

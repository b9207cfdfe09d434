package fr.porteouverte.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import fr.porteouverte.access.Scope;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another system's address is told of each change: signed, once, again when it did not answer. */
@QuarkusTest
@TestProfile(AsRun.class)
class WebhookTest extends WebhookWorld {

  private static String signature(String secret, Receiver.Call call) {
    try {
      return new Webhook(secret).sign(call.id(), Long.parseLong(call.timestamp()), call.body());
    } catch (WebhookSigningException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void a_booking_is_told_once_signed_and_without_its_person() {
    Receiver receiver = receiver();
    var made = enter(receiver);
    String secret = made.path("newSecret");
    ping(made.path("id"));
    String reference = book();
    go();
    go();
    assertThat(receiver.told()).hasSize(1);
    Receiver.Call call = receiver.told().get(0);
    assertThat(call.signature()).isEqualTo(signature(secret, call));
    assertThat(call.body())
        .startsWith("{\"type\":\"booking.created\",\"timestamp\":\"2026-")
        .contains("\"subject\":\"" + reference + "\"")
        .doesNotContain("Odette")
        .doesNotContain("Perrin");
    assertThat(log(made.path("id")))
        .singleElement()
        .satisfies(
            one -> assertThat(one).containsEntry("state", "delivered").containsEntry("status", 204))
        .satisfies(one -> assertThat(one).containsEntry("messageId", call.id()));
  }

  @Test
  void nothing_is_told_before_the_ping_is_answered() {
    Receiver receiver = receiver();
    receiver.status = 500;
    receiver.says = "not ready";
    String id = enter(receiver).path("id");
    coop()
        .post("/webhooks/" + id + "/ping")
        .then()
        .statusCode(200)
        .body("state", equalTo("failed"))
        .body("status", is(500))
        .body("answer", equalTo("not ready"));
    book();
    go();
    assertThat(state(id)).isEqualTo("pending");
    assertThat(receiver.told()).isEmpty();
    receiver.status = 200;
    ping(id);
    assertThat(state(id)).isEqualTo("active");
    book();
    go();
    assertThat(receiver.told()).hasSize(1);
  }

  @Test
  void another_secret_overlaps_with_the_one_before() {
    Receiver receiver = receiver();
    var made = enter(receiver);
    String id = made.path("id");
    ping(id);
    String fresh =
        coop()
            .body(Map.of("overlapHours", 1))
            .post("/webhooks/" + id + "/secret")
            .then()
            .statusCode(200)
            .body("secretBeforeUntil", notNullValue())
            .extract()
            .path("newSecret");
    book();
    go();
    Receiver.Call both = receiver.told().get(0);
    assertThat(both.signature())
        .isEqualTo(signature(fresh, both) + " " + signature(made.path("newSecret"), both));
    clock.advance(Duration.ofMinutes(61));
    book();
    go();
    Receiver.Call one = receiver.told().get(1);
    assertThat(one.signature()).isEqualTo(signature(fresh, one));
    coop().get("/webhooks/" + id).then().body("newSecret", nullValue());
  }

  private Response renew(RequestSpecification as, String id, int hours) {
    return as.body(Map.of("overlapHours", hours)).post("/webhooks/" + id + "/secret");
  }

  @Test
  void the_same_key_makes_one_secret_and_tells_it_again() {
    Receiver receiver = receiver();
    var made = enter(receiver);
    String id = made.path("id");
    ping(id);
    Response first = renew(coop().header("Idempotency-Key", "one"), id, 24);
    Response again = renew(coop().header("Idempotency-Key", "one"), id, 24);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.<String>path("newSecret")).isEqualTo(first.path("newSecret"));
    renew(coop().header("Idempotency-Key", "one"), id, 1).then().statusCode(422);
    book();
    go();
    Receiver.Call call = receiver.told().get(0);
    assertThat(call.signature())
        .isEqualTo(
            signature(first.path("newSecret"), call)
                + " "
                + signature(made.path("newSecret"), call));
  }

  @Test
  void while_the_secret_before_is_good_only_a_renewal_without_an_overlap_ends_it() {
    Receiver receiver = receiver();
    String id = active(receiver);
    String second = renew(coop(), id, 1).then().statusCode(200).extract().path("newSecret");
    renew(coop(), id, 1)
        .then()
        .statusCode(409)
        .body("detail", containsString("Le secret d’avant sert encore"));
    coop().get("/webhooks/" + id).then().body("secretBeforeUntil", notNullValue());
    String third =
        renew(coop(), id, 0)
            .then()
            .statusCode(200)
            .body("secretBeforeUntil", nullValue())
            .extract()
            .path("newSecret");
    book();
    go();
    Receiver.Call call = receiver.told().get(0);
    assertThat(call.signature()).isEqualTo(signature(third, call));
    renew(coop(), id, 1).then().statusCode(200);
    clock.advance(Duration.ofMinutes(61));
    assertThat(renew(coop(), id, 1).then().statusCode(200).extract().<String>path("newSecret"))
        .isNotIn(second, third);
  }

  @Test
  void what_was_not_answered_goes_again_under_the_same_id() {
    Receiver receiver = receiver();
    String id = active(receiver);
    receiver.status = 503;
    receiver.says = "come back \u0000 later";
    book();
    go();
    assertThat(log(id).get(0)).containsEntry("state", "waiting").containsEntry("attempts", 1);
    assertThat(log(id).get(0)).containsEntry("answer", "come back   later");
    receiver.status = 200;
    go();
    assertThat(receiver.told()).hasSize(1);
    clock.advance(Duration.ofSeconds(10));
    go();
    assertThat(receiver.told()).hasSize(2);
    assertThat(new HashSet<>(receiver.told().stream().map(Receiver.Call::id).toList())).hasSize(1);
    assertThat(log(id).get(0)).containsEntry("state", "delivered").containsEntry("attempts", 2);
    coop()
        .get("/webhooks/" + id + "/deliveries?state=delivered")
        .then()
        .body("items.find { it.changeId != null }.tries.status", contains(200, 503))
        .body("items.find { it.changeId != null }.tries[1].answer", equalTo("come back   later"))
        .body("items.find { it.changeId == null }.tries.status", contains(204));
  }

  @Test
  void the_log_has_each_attempt_but_no_more_than_the_last_forty() {
    Receiver receiver = receiver();
    String id = active(receiver);
    receiver.status = 500;
    book();
    go();
    String delivery = String.valueOf(log(id).get(0).get("id"));
    receiver.status = 200;
    clock.advance(Duration.ofMinutes(1));
    go();
    for (int i = 0; i < 40; i++) {
      coop()
          .post("/webhooks/" + id + "/deliveries/" + delivery + "/redelivery")
          .then()
          .statusCode(200);
      go();
    }
    assertThat(receiver.told()).hasSize(42);
    assertThat(log(id))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("attempts", 1))
        .extracting("tries", LIST)
        .hasSize(40)
        .allSatisfy(attempt -> assertThat(attempt).hasFieldOrPropertyWithValue("status", 200));
    assertThat(timetable.number("select count(*) from webhook_attempt")).isEqualTo(39);
  }

  @Test
  void one_that_is_gone_is_off_and_its_contact_has_a_mail() {
    Receiver receiver = receiver();
    String id = active(receiver);
    receiver.status = 410;
    book();
    book();
    go();
    assertThat(receiver.told()).hasSize(1);
    coop()
        .get("/webhooks/" + id)
        .then()
        .body("state", equalTo("off"))
        .body("offWhy", equalTo("gone"))
        .body("waiting", is(0));
    assertThat(timetable.number("select count(*) from outbox where kind = 'webhookOff'"))
        .isEqualTo(1);
    agent("anne").get("/webhooks").then().body("items.state", contains("off"));
    receiver.status = 200;
    book();
    go();
    assertThat(receiver.told()).hasSize(1);
    ping(id);
    book();
    go();
    assertThat(receiver.told()).hasSize(2);
  }

  @Test
  void one_that_fails_for_three_days_is_off() {
    Receiver receiver = receiver();
    String id = active(receiver);
    receiver.status = 500;
    book();
    for (int i = 0; i < 40 && state(id).equals("active"); i++) {
      go();
      clock.advance(Duration.ofHours(4));
    }
    coop().get("/webhooks/" + id).then().body("offWhy", equalTo("failing"));
    assertThat(receiver.told().size()).isBetween(5, 30);
    assertThat(log(id).get(0)).containsEntry("state", "failed");
    assertThat(timetable.number("select count(*) from outbox where kind = 'webhookOff'"))
        .isEqualTo(1);
  }

  @Test
  void what_was_missed_is_replayed_and_one_is_told_again() {
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    go();
    String first = receiver.told().get(0).id();
    receiver.status = 410;
    book();
    go();
    book();
    receiver.status = 200;
    coop()
        .body(Map.of("from", "2026-11-01T00:00:00Z"))
        .post("/webhooks/" + id + "/replay")
        .then()
        .statusCode(409);
    ping(id);
    receiver.calls.clear();
    coop()
        .body(Map.of("from", "2026-11-01T00:00:00Z"))
        .post("/webhooks/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("queued", is(3));
    go();
    assertThat(receiver.told()).hasSize(3).extracting(Receiver.Call::id).contains(first);
    assertThat(log(id)).hasSize(3);
    coop()
        .post("/webhooks/" + id + "/deliveries/" + log(id).get(2).get("id") + "/redelivery")
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"));
    go();
    assertThat(receiver.told()).hasSize(4).last().extracting(Receiver.Call::id).isEqualTo(first);
    coop()
        .body(Map.of("from", "2026-11-01T00:00:00Z", "to", "2026-11-02T00:00:00Z"))
        .post("/webhooks/" + id + "/replay")
        .then()
        .body("queued", is(0));
  }

  @Test
  void an_address_hears_of_its_types_and_houses_only() {
    Site sees = fixtures.site("Sées");
    Receiver receiver = receiver();
    enter(coop(), receiver.url(), Map.of("sites", List.of(Ids.of(sees.id()))))
        .then()
        .statusCode(400)
        .body("errors.field", contains("sites[0]"));
    enter(coop(), receiver.url(), Map.of("sites", List.of()))
        .then()
        .statusCode(201)
        .body("sites", nullValue());
    String id =
        enter(
                coop(),
                receiver.url(),
                Map.of(
                    "types", List.of("booking.cancelled"), "sites", List.of(Ids.of(moyaux.id()))))
            .then()
            .statusCode(201)
            .body("houses.name", contains("Moyaux"))
            .extract()
            .path("id");
    ping(id);
    String reference = book();
    coop().post("/bookings/" + reference + "/cancellation").then().statusCode(200);
    go();
    assertThat(receiver.told())
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("booking.cancelled"));
  }

  @Test
  void an_address_is_of_its_system_alone() {
    systems.at("other", List.of(moyaux), Systems.everything());
    systems.at("without", List.of(moyaux), Scope.BOOKINGS_READ);
    Receiver receiver = receiver();
    String id = active(receiver);
    for (String path : List.of("", "/deliveries")) {
      Systems.as("other", api()).get("/webhooks/" + id + path).then().statusCode(404);
    }
    Systems.as("other", api()).get("/webhooks").then().body("items", empty());
    Systems.as("without", api()).get("/webhooks").then().statusCode(403);
    agent("claire").get("/webhooks").then().statusCode(403);
    String owner = coop().get("/webhooks/" + id).path("integratorId");
    agent("anne")
        .queryParam("integrator", owner)
        .get("/webhooks")
        .then()
        .body("items.id", contains(id));
    enter(agent("anne"), receiver.url(), Map.of("integratorId", owner)).then().statusCode(201);
    enter(agent("anne"), receiver.url(), Map.of())
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("integratorId"));
    enter(Systems.as("other", api()), receiver.url(), Map.of("integratorId", owner))
        .then()
        .statusCode(400);
  }

  @Test
  void a_system_that_lost_its_scope_is_told_nothing_more() {
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    fanOut.run();
    timetable.change("update integrator set scopes = 'webhooks slots:read'");
    go();
    assertThat(receiver.told()).isEmpty();
    assertThat(log(id).get(0)).containsEntry("failure", "notAllowed");
    timetable.change("update integrator set revoked_at = created_at, revoked_by = 'anne'");
    book();
    go();
    agent("anne").get("/webhooks/" + id).then().body("offWhy", equalTo("notAllowed"));
    assertThat(timetable.number("select count(*) from outbox where kind = 'webhookOff'")).isZero();
  }

  /** What was written down for it when the house was its own does not go afterwards. */
  @Test
  void a_system_that_lost_a_house_is_told_nothing_more_of_it() {
    Site sees = fixtures.site("Sées");
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    fanOut.run();
    timetable.change("update integrator_place set site_id = " + sees.id());
    go();
    assertThat(receiver.told()).isEmpty();
    assertThat(log(id))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("failure", "notAllowed"));
    timetable.change("update integrator_place set site_id = " + moyaux.id());
    book();
    go();
    assertThat(receiver.told()).hasSize(1);
  }

  @Test
  void a_system_of_two_partners_is_told_of_both_and_of_no_third() {
    Partner msa = fixtures.partner("msa");
    String atMsa = slot(msa, fixtures.procedure("retraite", msa, 30));
    Partner travail = fixtures.partner("france-travail");
    String atTravail = slot(travail, fixtures.procedure("emploi", travail, 30));
    systems.of("both", List.of(caf, msa), List.of(), Systems.everything());
    Receiver receiver = receiver();
    RequestSpecification both = Systems.as("both", api());
    String id = enter(both, receiver.url(), Map.of()).path("id");
    Systems.as("both", api()).post("/webhooks/" + id + "/ping").then().statusCode(200);
    String ofCaf = book();
    book(agent("claire"), atTravail, "emploi").then().statusCode(201);
    String ofMsa = book(agent("claire"), atMsa, "retraite").path("reference");
    go();
    assertThat(receiver.told())
        .satisfiesExactly(
            call -> assertThat(call.body()).contains(ofCaf),
            call -> assertThat(call.body()).contains(ofMsa));
    String late = book(agent("claire"), atMsa, "retraite").path("reference");
    fanOut.run();
    timetable.change("delete from integrator_partner where partner_id = " + msa.id());
    go();
    assertThat(receiver.told()).noneSatisfy(call -> assertThat(call.body()).contains(late));
  }

  private String slot(Partner partner, Procedure procedure) {
    return timetable
        .add(
            Timetable.Session.of(
                    moyaux, partner, TestClock.MONDAY.plus(Duration.ofHours(7)), 6, procedure)
                .capacity(50))
        .get(0);
  }

  private Response book(RequestSpecification as, String slot, String procedure) {
    long id = timetable.number("select id from procedure where code = '" + procedure + "'");
    return as.body(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                Ids.of(id),
                "visitor",
                Map.of("firstName", "Odette", "lastName", "Perrin")))
        .post("/bookings");
  }

  @Test
  void a_token_for_some_scopes_has_told_only_what_it_opens() {
    Receiver receiver = receiver();
    Map<String, Object> both = Map.of("types", List.of("booking.created", "session.moved"));
    for (String asked : List.of("webhooks", "webhooks slots:read")) {
      enter(narrowed(asked), receiver.url(), Map.of())
          .then()
          .statusCode(400)
          .body("errors.field", contains("types"));
    }
    enter(narrowed("webhooks slots:read"), receiver.url(), both)
        .then()
        .statusCode(400)
        .body("errors.field", contains("types[0]"));
    Map<String, Object> sessions = Map.of("types", List.of("session.moved"));
    Response made = enter(narrowed("webhooks slots:read"), receiver.url(), sessions);
    made.then().statusCode(201).body("types", contains("session.moved"));
    String path = "/webhooks/" + made.path("id");
    for (Map.Entry<String, Integer> asked :
        Map.of("webhooks slots:read", 400, "webhooks slots:read bookings:read", 200).entrySet()) {
      narrowed(asked.getKey())
          .header("If-Match", coop().get(path).header("ETag"))
          .body(Map.of("url", receiver.url(), "types", both.get("types")))
          .put(path)
          .then()
          .statusCode(asked.getValue());
    }
  }

  private RequestSpecification narrowed(String scopes) {
    return api()
        .auth()
        .oauth2(Bearer.asked("profile " + scopes, "service-account-coop"))
        .contentType(ContentType.JSON);
  }

  @Test
  void nothing_is_entered_tried_or_sent_again_for_a_system_that_may_not_hear() {
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    go();
    String delivery = String.valueOf(log(id).get(0).get("id"));
    String owner = coop().get("/webhooks/" + id).path("integratorId");
    receiver.status = 410;
    book();
    go();
    coop()
        .post("/webhooks/" + id + "/deliveries/" + delivery + "/redelivery")
        .then()
        .statusCode(409);
    timetable.change("update integrator set scopes = 'slots:read'");
    enter(agent("anne"), receiver.url(), Map.of("integratorId", owner)).then().statusCode(409);
    agent("anne").post("/webhooks/" + id + "/ping").then().statusCode(409);
    agent("anne")
        .header("If-Match", agent("anne").get("/webhooks/" + id).header("ETag"))
        .body(Map.of("url", receiver.url()))
        .put("/webhooks/" + id)
        .then()
        .statusCode(409);
  }

  @Test
  void an_address_that_leads_inside_is_refused_when_entered_and_when_called() {
    for (String url :
        List.of(
            "http://www.example.org/",
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest",
            "https://ada:secret@www.example.org/",
            "ftp://www.example.org/")) {
      enter(coop(), url, Map.of()).then().statusCode(400).body("errors.field", contains("url"));
    }
    Receiver receiver = receiver();
    String id = active(receiver);
    timetable.change(
        "update webhook_endpoint set url = 'http://127.0.0.1:" + receiver.port() + "/hook'");
    book();
    go();
    assertThat(receiver.told()).isEmpty();
    assertThat(log(id).get(0)).containsEntry("failure", "forbidden");
  }

  @Test
  void another_address_answers_a_ping_of_its_own() {
    Receiver receiver = receiver();
    Receiver other = receiver();
    String id = active(receiver);
    String etag = coop().get("/webhooks/" + id).header("ETag");
    coop()
        .header("If-Match", etag)
        .body(Map.of("url", other.url()))
        .put("/webhooks/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"));
    coop()
        .header("If-Match", etag)
        .body(Map.of("url", other.url()))
        .put("/webhooks/" + id)
        .then()
        .statusCode(412);
    ping(id);
    book();
    go();
    assertThat(receiver.told()).isEmpty();
    assertThat(other.told()).hasSize(1);
    coop().delete("/webhooks/" + id).then().statusCode(204);
    coop().get("/webhooks/" + id).then().statusCode(404);
  }

  @Test
  void what_happens_between_two_addresses_is_told_to_the_second() {
    Receiver receiver = receiver();
    Receiver other = receiver();
    book();
    String id = active(receiver);
    book();
    go();
    assertThat(receiver.told()).hasSize(1);
    lead(id, other);
    String reference = book();
    go();
    assertThat(other.told()).isEmpty();
    ping(id);
    go();
    assertThat(receiver.told()).hasSize(1);
    assertThat(other.told())
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains(reference));
  }

  @Test
  void one_that_was_off_is_not_told_what_it_missed_at_its_second_address_either() {
    Receiver receiver = receiver();
    Receiver other = receiver();
    String id = active(receiver);
    receiver.status = 410;
    book();
    go();
    book();
    lead(id, other);
    book();
    ping(id);
    go();
    assertThat(other.told()).isEmpty();
    book();
    go();
    assertThat(other.told()).hasSize(1);
  }

  private void lead(String id, Receiver other) {
    coop()
        .header("If-Match", coop().get("/webhooks/" + id).header("ETag"))
        .body(Map.of("url", other.url()))
        .put("/webhooks/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"));
  }

  @Test
  void the_same_key_makes_one_address_and_tells_the_same_secret() {
    Receiver receiver = receiver();
    var first = enter(coop().header("Idempotency-Key", "once"), receiver.url(), Map.of());
    var again = enter(coop().header("Idempotency-Key", "once"), receiver.url(), Map.of());
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Location")).endsWith("/webhooks/" + first.path("id"));
    assertThat(again.<String>path("newSecret")).isEqualTo(first.path("newSecret"));
    coop().get("/webhooks").then().body("items.id", contains(first.<String>path("id")));
  }
}

package fr.porteouverte.queue.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.queue.QueueSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How people get in: by the clerk's hand, by phone, and by the kiosk. */
@QuarkusTest
class EntranceTest extends QueueSuite {
  @Inject EntityManager database;

  private String soon() {
    return timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa).notice(720)).get(0);
  }

  private void contactRequired() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery("update site set contact_required = true")
                    .executeUpdate());
  }

  @Test
  void a_clerk_books_at_short_notice_without_a_contact() {
    contactRequired();
    String slot = soon();
    api()
        .get("/slots?site={s}&procedure={p}", moyaux.id(), rsa.id())
        .then()
        .statusCode(200)
        .body("items.id", hasItem(slot));
    book(slot).then().statusCode(201).body("secret", notNullValue());
    assertThat(timetable.number("select count(*) from booking_event where actor = 'claire'"))
        .isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void a_clerk_of_another_house_books_like_the_public() {
    String slot = soon();
    api()
        .get("/slots?site={s}&procedure={p}&limit=100", moyaux.id(), rsa.id())
        .then()
        .body("items.id", not(hasItem(slot)));
    book(slot).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    contactRequired();
    book(slots.get(0)).then().statusCode(400).body("errors.field", hasItem("visitor.phone"));
  }

  @Test
  void a_clerk_books_for_one_phone_as_often_as_needed() {
    for (int i = 0; i < 5; i++) {
      api()
          .contentType(ContentType.JSON)
          .body(
              Map.of(
                  "slotId", slots.get(i % 4),
                  "procedureId", "" + rsa.id(),
                  "visitor", Map.of("firstName", "A", "lastName", "B", "phone", "06 12 34 56 78")))
          .post("/bookings")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void a_walk_in_is_referred_to_a_free_slot_once_however_often_it_is_sent() {
    UUID key = UUID.randomUUID();
    String id =
        refer(slots.get(0), key)
            .then()
            .statusCode(201)
            .body("ticket.number", equalTo("R001"))
            .body("ticket.booking.lastName", equalTo("Durand"))
            .body("ticket.dueAt", equalTo("2026-11-23T09:00:00+01:00"))
            .extract()
            .path("ticket.id");
    refer(slots.get(0), key).then().statusCode(201).body("ticket.id", equalTo(id));
    assertThat(timetable.number("select count(*) from booking where state = 'arrived'"))
        .isEqualTo(1);
    assertThat(timetable.number("select count(*) from seat")).isEqualTo(1);
  }

  @Test
  void a_slot_of_tomorrow_books_nobody_who_is_there_today() {
    String tomorrow =
        timetable
            .add(Timetable.Session.of(moyaux, caf, NINE.plus(Duration.ofDays(1)), 1, rsa))
            .get(0);
    refer(tomorrow, UUID.randomUUID())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/not-today"));
    assertThat(timetable.number("select count(*) from booking")).isZero();
    assertThat(timetable.number("select count(*) from seat")).isZero();
  }

  @Test
  void a_taken_slot_comes_with_others() {
    String last = timetable.add(Timetable.Session.of(moyaux, caf, NINE, 1, rsa)).get(0);
    refer(last, UUID.randomUUID()).then().statusCode(201);
    refer(last, UUID.randomUUID())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-taken"))
        .body("alternatives", not(empty()));
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
  }

  @Test
  void an_arrival_may_have_been_earlier_today_but_not_later() {
    String reference = booked(slots.get(0));
    arrivedAt(reference, "2026-11-23T08:01:00+01:00").then().statusCode(400);
    arrivedAt(reference, "2026-11-22T23:59:00+01:00").then().statusCode(400);
    arrivedAt(reference, "2026-11-23T07:45:00+01:00")
        .then()
        .statusCode(201)
        .body("ticket.arrivedAt", equalTo("2026-11-23T07:45:00+01:00"));
  }

  private Response arrivedAt(String reference, String at) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference, "arrivedAt", at))
        .post("/sites/{id}/arrivals", moyaux.id());
  }

  @Test
  void the_slip_of_yesterday_registers_nobody_today() {
    String reference = booked(slots.get(0));
    arrive(reference).then().statusCode(201);
    clock.advance(Duration.ofDays(1));
    arrive(reference).then().statusCode(409);
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
  }

  @Test
  void the_agenda_shows_who_is_expected_who_is_there_and_who_is_late() {
    String there = booked(slots.get(0));
    String missing = booked(slots.get(0));
    String later = booked(slots.get(3));
    arrive(there).then().statusCode(201);
    clock.set(NINE.plus(Duration.ofMinutes(11)));
    api()
        .get("/sites/{id}/agenda", moyaux.id())
        .then()
        .statusCode(200)
        .body("date", equalTo("2026-11-23"))
        .body("siteName", equalTo("Moyaux"))
        .body("sessions", hasSize(1))
        .body("sessions[0].partner.code", equalTo("caf"))
        .body("sessions[0].bookings.reference", contains(there, missing, later))
        .body("sessions[0].bookings.status", contains("arrived", "booked", "booked"))
        .body("sessions[0].bookings.late", contains(false, true, false))
        .body("sessions[0].bookings[0].ticket.number", equalTo("R001"))
        .body("sessions[0].bookings[1].ticket", nullValue())
        .body("sessions[0].bookings[1].lastName", equalTo("Lefèvre"));
    api()
        .get("/sites/{id}/agenda?date=2026-11-24", moyaux.id())
        .then()
        .statusCode(200)
        .body("sessions", empty());
    api().get("/sites/{id}/agenda?date=demain", moyaux.id()).then().statusCode(400);
  }

  @Test
  void a_cancelled_booking_leaves_the_agenda() {
    Response made = book(slots.get(0));
    api()
        .header("Booking-Secret", made.<String>path("secret"))
        .post("/bookings/{r}/cancellation", made.<String>path("reference"))
        .then()
        .statusCode(200);
    api().get("/sites/{id}/agenda", moyaux.id()).then().body("sessions[0].bookings", empty());
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_makes_a_kiosk_and_its_key_is_told_once() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String key = device().then().statusCode(201).extract().path("key");
    assertThat(key).matches("[A-Za-z0-9_-]{43}");
    api()
        .get("/sites/{id}/devices", moyaux.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("Borne"))
        .body("items[0].createdBy", equalTo("marc"))
        .body("items[0].key", nullValue());
    assertThat(timetable.number("select count(*) from device_key where hash = '" + key + "'"))
        .isZero();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_kiosk_prints_numbers_that_name_nobody_until_it_is_revoked() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    Response made = device();
    String key = made.path("key");
    Response receipt = kiosk(key, Map.of("procedureId", "" + passport.id()));
    receipt
        .then()
        .statusCode(201)
        .body("number", equalTo("A001"))
        .body("ahead", equalTo(0))
        .body("publicId", notNullValue());
    kiosk(key, Map.of("procedureId", "" + passport.id())).then().body("ahead", equalTo(1));
    String reference = booked(slots.get(0));
    Response arrival = kioskArrival(key, reference);
    arrival.then().statusCode(201).body("number", equalTo("R001"));
    kioskArrival(key, reference)
        .then()
        .statusCode(200)
        .body("publicId", equalTo(arrival.path("publicId")));
    for (Response answer : List.of(receipt, arrival)) {
      assertThat(answer.jsonPath().<String, Object>getMap("$").keySet())
          .isSubsetOf("number", "publicId", "ahead", "estimate", "noEstimate");
    }
    assertThat(
            timetable.number(
                "select count(*) from queue_event where origin = 'kiosk' and actor like 'device:%'"))
        .isEqualTo(3);
    kiosk("no-such-key", Map.of("procedureId", "" + passport.id())).then().statusCode(401);
    for (int again = 0; again < 2; again++) {
      api().delete("/devices/{id}", made.<String>path("id")).then().statusCode(204);
    }
    api().delete("/devices/987654321").then().statusCode(404);
    kiosk(key, Map.of("procedureId", "" + passport.id())).then().statusCode(401);
    api().get("/sites/{id}/devices", moyaux.id()).then().body("items", empty());
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_kiosk_gives_whoever_does_not_know_what_for_a_number_for_the_house() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String key = device().path("key");
    kiosk(key, Map.of()).then().statusCode(201).body("number", equalTo("A001"));
    // The same reception the second time; a clerk may let somebody in so, too.
    String second =
        walkIn(Map.of("priority", true))
            .then()
            .statusCode(201)
            .body("number", equalTo("A002"))
            .body("procedure.title.fr", equalTo("Être orienté par l’accueil"))
            .body("permanence", nullValue())
            .extract()
            .path("id");
    assertThat(timetable.number("select count(distinct procedure_id) from ticket")).isEqualTo(1);
    // Nobody chooses it from a list, and with a partner one comes for something.
    api().get("/procedures").then().body("items.code", not(hasItem("accueil")));
    walkIn(Map.of("permanenceId", cafPermanence))
        .then()
        .statusCode(400)
        .body("errors.field", contains("procedureId"));
    walkIn(Map.of("procedureId", "")).then().statusCode(400);
    // Somebody at a counter found out: on to it, with the same number.
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    call(second, counter, "Priorité").then().statusCode(200);
    transfer(second, passport, null)
        .then()
        .statusCode(200)
        .body("number", equalTo("A002"))
        .body("procedure.code", equalTo("passeport"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_kiosk_learns_nothing_of_bookings_that_are_not_for_it() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String key = device().path("key");
    clock.set(NINE.minus(Duration.ofDays(1)));
    Response tomorrow = book(slots.get(0));
    kioskArrival(key, tomorrow.path("reference")).then().statusCode(404);
    kioskArrival(key, "ACDEFGHJ").then().statusCode(404);
    api()
        .header("Booking-Secret", tomorrow.<String>path("secret"))
        .post("/bookings/{r}/cancellation", tomorrow.<String>path("reference"))
        .then()
        .statusCode(200);
    kioskArrival(key, tomorrow.path("reference")).then().statusCode(404);
    api()
        .header("Device-Key", key)
        .contentType(ContentType.JSON)
        .body(Map.of("procedureId", "" + passport.id()))
        .post("/sites/{id}/tickets", sees.id())
        .then()
        .statusCode(404);
    // By appointment only: the clerk may make an exception, the kiosk not.
    kiosk(key, Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence))
        .then()
        .statusCode(400);
  }

  private Response device() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "Borne"))
        .post("/sites/{id}/devices", moyaux.id());
  }

  private Response kiosk(String key, Map<String, Object> request) {
    return api()
        .header("Device-Key", key)
        .contentType(ContentType.JSON)
        .body(request)
        .post("/sites/{id}/tickets", moyaux.id());
  }

  private Response kioskArrival(String key, String reference) {
    return api()
        .header("Device-Key", key)
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference))
        .post("/sites/{id}/arrivals", moyaux.id());
  }
}

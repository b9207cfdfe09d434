package fr.porteouverte.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.proof.Takers;
import fr.porteouverte.job.Job;
import fr.porteouverte.support.Solved;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody unknown may take, with the limits as they are set by default. */
@QuarkusTest
class ProofTest extends BookingSuite {
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  @Inject @Any Instance<Job> jobs;
  private List<String> many;
  private String outside;

  /** Thirty-eight places, as the house had of which a robot held sixteen; and not its network. */
  @BeforeEach
  void aHouseWithManyPlaces() {
    many = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 34, rsa));
    outside = "127.9." + NETWORKS.incrementAndGet() + ".";
  }

  @Test
  void ten_holds_of_one_address_then_a_proof_whatever_number_the_browser_bears() {
    for (int i = 0; i < 10; i++) {
      hold(1, many.get(i), null).then().statusCode(201);
    }
    hold(1, many.get(10), null)
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("/problems/proof-needed"))
        .body("proof.algorithm", equalTo("SHA-256"))
        .body("proof.signature", notNullValue());
    assertThat(seats()).isEqualTo(10);
  }

  @Test
  void robots_that_ask_at_once_never_get_one_more() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (String slot : many) {
      rush.add(() -> hold(1, slot, null));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(201, 10L, 429, 24L));
    assertThat(seats()).isEqualTo(10);
  }

  @Test
  void from_many_addresses_a_third_of_a_house_at_most() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 34; i++) {
      int from = i;
      rush.add(() -> hold(from + 1, many.get(from), null));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(201, 11L, 429, 23L));
  }

  @Test
  void a_proof_opens_what_it_was_asked_for_once() {
    tenHolds();
    Response refused = hold(1, many.get(10), null);
    String proof = Solved.of(refused);
    hold(1, many.get(11), proof).then().statusCode(429); // another slot
    hold(2, many.get(10), null).then().statusCode(201); // another address has no need
    Response other = hold(1, many.get(12), null);
    String right = Solved.of(other);
    hold(1, many.get(12), right).then().statusCode(201);
    String id =
        timetable.text("select cast(id as varchar) from hold where slot_id = " + many.get(12));
    api(1).delete("/holds/" + id).then().statusCode(204);
    hold(1, many.get(12), right)
        .then()
        .statusCode(429)
        .body("type", equalTo("/problems/proof-needed"));
  }

  @Test
  void one_proof_sent_many_times_at_once_serves_once() {
    List<String> wide =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 1, rsa).capacity(30));
    tenHolds();
    String proof = Solved.of(hold(1, wide.get(0), null));
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rush.add(() -> hold(1, wide.get(0), proof));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(201, 1L, 429, 11L));
  }

  @Test
  void a_proof_expires_and_nobody_writes_one_themself() {
    tenHolds();
    Response refused = hold(1, many.get(10), null);
    String proof = Solved.of(refused);
    clock.advance(Duration.ofMinutes(9));
    hold(1, many.get(10), proof.substring(0, 20)).then().statusCode(429);
    hold(1, many.get(10), Solved.forged(refused)).then().statusCode(429);
    clock.advance(Duration.ofMinutes(12));
    for (int i = 20; i < 30; i++) {
      hold(1, many.get(i), null).then().statusCode(201);
    }
    hold(1, many.get(10), proof).then().statusCode(429);
  }

  @Test
  void what_a_proof_held_is_booked_without_another_one() {
    tenHolds();
    String proof = Solved.of(hold(1, many.get(10), null));
    String held = hold(1, many.get(10), proof).then().statusCode(201).extract().path("id");
    book(1, many.get(20), null).then().statusCode(201);
    book(1, many.get(21), null).then().statusCode(429); // the house gives the unknown no more
    Map<String, Object> body = new HashMap<>(booking(many.get(10), rsa));
    body.put("holdId", held);
    api(1).contentType(ContentType.JSON).body(body).post("/bookings").then().statusCode(201);
  }

  @Test
  void five_bookings_without_contact_of_one_address_then_a_proof_then_the_telephone() {
    timetable.change("update site set phone = '+33231000000'");
    for (int i = 0; i < 5; i++) {
      book(1, many.get(i), null).then().statusCode(201);
    }
    book(1, many.get(5), null)
        .then()
        .statusCode(429)
        .body("type", equalTo("/problems/proof-needed"));
    withContact(many.get(5)).then().statusCode(201);
    for (int i = 6; i < 16; i++) {
      String proof = Solved.of(book(1, many.get(i), null));
      book(1, many.get(i), proof).then().statusCode(201);
    }
    book(1, many.get(17), null)
        .then()
        .statusCode(429)
        .body("type", equalTo("/problems/call-the-house"));
  }

  @Test
  void races_for_bookings_without_contact_end_at_the_limit_too() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (String slot : many) {
      rush.add(() -> book(1, slot, null));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(201, 5L, 429, 29L));
    assertThat(bookings()).isEqualTo(5);
  }

  @Test
  @TestSecurity(user = "accueil", roles = "clerk")
  void staff_are_not_asked() {
    fixtures.agent("accueil", AgentRole.clerk, moyaux);
    for (String slot : many) {
      book(1, slot, null).then().statusCode(201);
    }
  }

  @Test
  void who_sits_in_the_house_is_not_asked() {
    for (int i = 0; i < 16; i++) {
      api()
          .contentType(ContentType.JSON)
          .body(booking(many.get(i), rsa))
          .post("/bookings")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void the_database_knows_no_address_and_forgets_its_hash() {
    book(1, many.get(0), null).then().statusCode(201);
    assertThat(timetable.text("select taken_from from booking")).matches("[0-9a-f]{64}");
    clock.advance(Duration.ofDays(8));
    jobs.stream().filter(job -> job.name().equals("booking-forget-takers")).forEach(Job::run);
    assertThat(timetable.number("select count(*) from booking where taken_from is not null"))
        .isZero();
  }

  private void tenHolds() {
    for (int i = 0; i < 10; i++) {
      hold(1, many.get(i), null).then().statusCode(201);
    }
  }

  private RequestSpecification api(int host) {
    return apiFrom(outside + host);
  }

  private Response hold(int host, String slot, String proof) {
    RequestSpecification request =
        api(host).contentType(ContentType.JSON).header("Browser-Id", UUID.randomUUID());
    return with(request, proof)
        .body(Map.of("slotId", slot, "procedureId", "" + rsa.id()))
        .post("/holds");
  }

  private Response book(int host, String slot, String proof) {
    return with(api(host).contentType(ContentType.JSON), proof)
        .body(booking(slot, rsa))
        .post("/bookings");
  }

  private Response withContact(String slot) {
    Map<String, Object> body = new HashMap<>(booking(slot, rsa));
    body.put("visitor", Map.of("firstName", "A", "lastName", "B", "email", "a@exemple.fr"));
    return api(1).contentType(ContentType.JSON).body(body).post("/bookings");
  }

  private static RequestSpecification with(RequestSpecification request, String proof) {
    return proof == null ? request : request.header(Takers.HEADER, proof);
  }

  private static Map<Integer, Long> statuses(List<Response> answers) {
    return answers.stream().collect(groupingBy(Response::statusCode, counting()));
  }
}

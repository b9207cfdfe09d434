package fr.porteouverte.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.job.Job;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has nothing but the paper. */
@QuarkusTest
class SlipTest extends BookingSuite {
  @Inject @Any Instance<Job> jobs;

  private JsonPath booked;
  private String reference;
  private String code;

  @BeforeEach
  void jeanneHasHerPaper() {
    booked = book(slots.get(0), rsa).jsonPath();
    reference = booked.getString("reference");
    code = booked.getString("slipCode");
  }

  private Response open(String typedReference, String typedCode) {
    return send("", typedReference, typedCode);
  }

  private Response send(String command, String typedReference, String typedCode) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", typedReference, "code", typedCode))
        .post("/booking-openings" + command);
  }

  private String wrong() {
    return code.equals("000000") ? "000001" : "000000";
  }

  @Test
  void the_paper_opens_what_it_says_and_no_name_address_or_secret() {
    assertThat(code).matches("[0-9]{6}");
    Response opened = open(reference, code);

    opened
        .then()
        .statusCode(200)
        .body("status", equalTo("booked"))
        .body("start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("site.name", equalTo("Moyaux"))
        .body("changeable", equalTo(true));
    assertThat(opened.asString())
        .doesNotContain("Jeanne", "Lefèvre", "visitor", booked.getString("secret"), code);
  }

  @Test
  void it_is_typed_as_people_type() {
    String dashed = " " + reference.substring(0, 4).toLowerCase() + "-" + reference.substring(4);
    String spaced = code.substring(0, 3) + " " + code.substring(3);
    String letters = code.replace('0', 'O').replace('1', 'l').replace('5', 's').replace('8', 'B');

    open(dashed, spaced).then().statusCode(200);
    open(reference, code.substring(0, 3) + "-" + code.substring(3)).then().statusCode(200);
    open(reference, letters).then().statusCode(200);
  }

  @Test
  void it_cancels_and_frees_the_place_at_once() {
    send("/cancellation", reference, code)
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("changeable", equalTo(false));

    assertThat(seats()).isZero();
    assertThat(timetable.text("select actor from booking_event where kind = 'cancelled'"))
        .isEqualTo("visitor");
    send("/cancellation", reference, code)
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"));
    assertThat(timetable.number("select count(*) from booking_event where kind = 'cancelled'"))
        .isEqualTo(1);
  }

  @Test
  void past_the_deadline_the_house_has_to_be_called() {
    clock.set(TUESDAY.plusSeconds(60));

    send("/cancellation", reference, code)
        .then()
        .statusCode(409)
        .body("type", containsString("too-late-to-change"));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_wrong_code_and_a_reference_that_nobody_has_are_answered_alike() {
    JsonPath wrong = open(reference, wrong()).then().statusCode(404).extract().jsonPath();
    JsonPath unknown = open("ZZZZ-2222", code).then().statusCode(404).extract().jsonPath();

    assertThat(wrong.getMap("").keySet()).isEqualTo(unknown.getMap("").keySet());
    for (String told : List.of("type", "title", "detail")) {
      assertThat(wrong.getString(told)).isEqualTo(unknown.getString(told));
    }
  }

  @Test
  void after_five_wrong_codes_even_the_right_one_opens_nothing_until_tomorrow() {
    for (int i = 0; i < 5; i++) {
      open(reference, wrong()).then().statusCode(404);
      open("ZZZZ-2222", wrong()).then().statusCode(404);
    }
    for (String typed : List.of(code, wrong())) {
      open(reference, typed)
          .then()
          .statusCode(429)
          .header("Retry-After", equalTo("86400"))
          .body("type", containsString("too-many-codes"))
          .body("detail", containsString("Appelez la maison"));
      send("/cancellation", reference, typed).then().statusCode(429);
    }
    open("ZZZZ 2222", wrong()).then().statusCode(429);

    clock.advance(Duration.ofHours(24));
    open(reference, code).then().statusCode(200);
  }

  @Test
  void who_finds_the_right_code_has_all_tries_again() {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        open(reference, wrong()).then().statusCode(404);
      }
      open(reference, code).then().statusCode(200);
    }
  }

  @Test
  void many_who_guess_at_once_have_no_more_tries_than_one() {
    List<Callable<Response>> rush = new ArrayList<>();
    IntStream.range(0, 18).forEach(i -> rush.add(() -> open(reference, wrong())));

    Map<Integer, Long> statuses =
        Together.run(rush).stream().collect(groupingBy(Response::statusCode, counting()));

    assertThat(statuses).isEqualTo(Map.of(404, 5L, 429, 13L));
    open(reference, code).then().statusCode(429);
  }

  @Test
  void one_address_has_few_tries_whatever_references_it_types() {
    List<Integer> statuses =
        IntStream.range(0, 22)
            .mapToObj(i -> open("ZZZZ22" + (char) ('A' + i) + "9", "123456").statusCode())
            .toList();

    assertThat(statuses.subList(0, 20)).containsOnly(404);
    assertThat(statuses.subList(20, 22)).containsOnly(429);
    apiFrom("127.9.9.9")
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference, "code", code))
        .post("/booking-openings")
        .then()
        .statusCode(200);
  }

  @Test
  void tries_name_nobody_and_are_forgotten() {
    open(reference, wrong());
    assertThat(timetable.text("select subject from slip_tries")).doesNotContain(reference);
    Job forget =
        jobs.stream()
            .filter(job -> job.name().equals("booking-forget-slip-tries"))
            .findFirst()
            .orElseThrow();

    forget.run();
    assertThat(timetable.number("select count(*) from slip_tries")).isEqualTo(1);
    clock.advance(Duration.ofHours(25));
    forget.run();
    assertThat(timetable.number("select count(*) from slip_tries")).isZero();
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void the_code_is_told_to_who_opens_the_booking_and_to_its_house() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);

    api().get("/bookings/" + reference).then().body("slipCode", equalTo(code));
    api()
        .header("Booking-Secret", booked.getString("secret"))
        .get("/bookings/" + reference)
        .then()
        .body("slipCode", notNullValue());
  }

  @Test
  void nothing_typed_is_said_at_its_field() {
    send("", "", "").then().statusCode(400);
  }
}

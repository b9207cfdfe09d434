package fr.porteouverte.slot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.support.Sends;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An answer that is given again is the answer that would be given anew: at once after what was done
 * here, within a second after what others did. Decision 063.
 */
@QuarkusTest
@Tag("postgresql")
@TestProfile(KeptPagesTest.Kept.class)
class KeptPagesTest extends BookingSuite {
  /** Who names two kinds of answer gets it made anew. */
  private static final String ANEW = "application/json, text/plain";

  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject DataSource elsewhere;
  @Inject SlotMarkSweep sweep;

  public static class Kept implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("porte-ouverte.limits.kept-pages-megabytes", "8");
    }
  }

  @BeforeEach
  void itIsGivenAgain() {
    awaitKept();
  }

  @Test
  void nobody_asks_the_database_for_it() {
    assertThat(askedTheDatabase()).isZero();
  }

  @Test
  void it_is_the_same_to_the_last_header() {
    Response kept = search();
    Response anew = searchAnew();
    assertThat(kept.asByteArray()).isEqualTo(anew.asByteArray());
    assertThat(headers(kept)).isEqualTo(headers(anew));
  }

  @Test
  void it_says_when_it_was_true() {
    assertThat(search().header("Date")).isEqualTo("Mon, 23 Nov 2026 07:00:00 GMT");
  }

  @Test
  void a_browser_gets_it_packed() {
    Response packed = given().spec(api()).header("Accept-Encoding", "gzip").get(address());
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.asByteArray()).isEqualTo(searchAnew().asByteArray());
  }

  @Test
  void who_has_it_already_is_told_so() {
    given()
        .spec(api())
        .header("If-None-Match", search().header("ETag"))
        .get(address())
        .then()
        .statusCode(304);
  }

  @Test
  void whoever_has_just_booked_sees_the_slot_taken() {
    book(slots.get(0), rsa).then().statusCode(201);
    assertThat(ids(search())).isEqualTo(slots.subList(1, 4));
  }

  @Test
  void what_is_held_is_free_again_once_the_hold_expires() {
    hold(slots.get(1), rsa).then().statusCode(201);
    assertThat(ids(search())).doesNotContain(slots.get(1));
    awaitKept();
    clock.advance(Duration.ofMinutes(30));
    await().atMost(SOON).untilAsserted(() -> assertThat(ids(search())).contains(slots.get(1)));
  }

  @Test
  void each_of_several_holds_in_one_slot_expires_by_itself() {
    String wide =
        timetable
            .add(
                Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 1, rsa)
                    .capacity(3))
            .get(0);
    hold(wide, rsa).then().statusCode(201);
    clock.advance(Duration.ofMinutes(3));
    hold(wide, rsa).then().statusCode(201);
    assertThat(remaining(wide)).isEqualTo(1);
    awaitKept();
    while (remaining(wide) < 3) {
      int before = remaining(wide);
      clock.advance(Duration.ofMinutes(1));
      await()
          .atMost(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(search().asString()).isEqualTo(searchAnew().asString()));
      assertThat(remaining(wide)).isBetween(before, before + 1);
      awaitKept();
    }
  }

  @Test
  void a_mark_is_swept_once_its_transaction_is_long_over() throws SQLException {
    try (Connection slow = elsewhere.getConnection();
        Statement change = slow.createStatement()) {
      edit("update slot set kept_phone = 0, capacity = 2 where id = " + slots.get(0));
      slow.setAutoCommit(false);
      change.execute("update slot set capacity = 2 where id = " + slots.get(1));
      long before = timetable.number("select count(*) from slot_mark");
      assertThat(before).isPositive();
      QuarkusTransaction.requiringNew().run(sweep::run);
      assertThat(timetable.number("select count(*) from slot_mark")).isEqualTo(before);
      QuarkusTransaction.requiringNew().run(sweep::run);
      assertThat(timetable.number("select count(*) from slot_mark")).isZero();
      slow.commit();
    }
    QuarkusTransaction.requiringNew().run(sweep::run);
    assertThat(timetable.number("select count(*) from slot_mark"))
        .as("which was under way at the sweep before")
        .isEqualTo(1);
  }

  @Test
  void what_another_process_did_is_seen_within_a_second() {
    long begun = System.nanoTime();
    edit("update slot set taken = capacity where id = " + slots.get(2));
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(SOON)
        .until(() -> !ids(search()).contains(slots.get(2)));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_transaction_that_ends_after_a_later_one_is_not_missed() throws SQLException {
    try (Connection slow = elsewhere.getConnection();
        Statement change = slow.createStatement()) {
      slow.setAutoCommit(false);
      change.execute("update slot set taken = capacity where id = " + slots.get(3));
      edit("update slot set taken = capacity where id = " + slots.get(0));
      await().atMost(SOON).until(() -> !ids(search()).contains(slots.get(0)));
      awaitKept();
      assertThat(ids(search())).contains(slots.get(3));
      slow.commit();
    }
    await().atMost(SOON).until(() -> !ids(search()).contains(slots.get(3)));
  }

  @Test
  void an_edited_register_is_seen_within_a_second() {
    edit("update procedure set duration_minutes = 60 where id = " + rsa.id());
    await().atMost(SOON).untilAsserted(() -> assertThat(ids(search())).hasSize(3));
    edit("update site set live = false where id = " + moyaux.id());
    await().atMost(SOON).untilAsserted(() -> assertThat(search().statusCode()).isEqualTo(404));
  }

  @Test
  void weeks_that_are_made_or_go_are_seen() {
    edit("delete from slot where id = " + slots.get(0));
    await().atMost(SOON).untilAsserted(() -> assertThat(ids(search())).hasSize(3));
  }

  @Test
  void a_slot_leaves_it_once_it_begins() {
    clock.set(TUESDAY.plusSeconds(1));
    assertThat(ids(search())).isEqualTo(ids(searchAnew())).doesNotContain(slots.get(0));
  }

  @Test
  void who_shows_a_secret_gets_their_own() {
    Response own = given().spec(api()).header("Booking-Secret", "x").get(address());
    assertThat(own.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void it_costs_what_a_search_costs() {
    for (int i = 0; i < 2_000; i++) {
      if (apiFrom("127.8.0.7").get(address()).statusCode() == 429) {
        return;
      }
    }
    fail("nobody counts");
  }

  @Test
  void what_is_offered_instead_of_a_taken_slot_is_kept_too_and_is_what_is_free() {
    book(slots.get(0), rsa).then().statusCode(201);
    int anew = Sends.of(this::instead);
    await().atMost(SOON).until(() -> Sends.of(this::instead) < anew);
    assertThat(instead()).isEqualTo(slots.subList(1, 4));
    book(slots.get(1), rsa).then().statusCode(201);
    assertThat(instead()).as("at once after what was done here").isEqualTo(slots.subList(2, 4));
    await().atMost(SOON).until(() -> Sends.of(this::instead) < anew);
    edit("update slot set taken = capacity where id = " + slots.get(2));
    await().atMost(SOON).untilAsserted(() -> assertThat(instead()).isEqualTo(slots.subList(3, 4)));
  }

  private List<String> instead() {
    Response late = book(slots.get(0), rsa);
    assertThat(late.statusCode()).isEqualTo(409);
    return late.path("alternatives.id");
  }

  /** Whatever is done in whatever order: after each step both ways say the same. */
  @Test
  void it_never_differs_from_the_answer_made_anew() {
    Random random = new Random(7);
    for (int step = 0; step < 120; step++) {
      String slot = slots.get(random.nextInt(slots.size()));
      switch (random.nextInt(4)) {
        case 0 -> hold(slot, random.nextBoolean() ? rsa : longOne);
        case 1 -> cancel(book(slot, rsa));
        case 2 -> clock.advance(Duration.ofSeconds(random.nextInt(400)));
        default -> search();
      }
      String kept = search().asString();
      String anew = searchAnew().asString();
      if (!kept.equals(anew)) {
        // Only what nobody writes, the expiry of a hold, is heard of in the next round.
        await().atMost(Duration.ofSeconds(1)).until(() -> search().asString().equals(anew));
      }
    }
  }

  private void cancel(Response booked) {
    if (booked.statusCode() == 201) {
      api()
          .contentType(ContentType.JSON)
          .header("Booking-Secret", booked.<String>path("secret"))
          .header("Idempotency-Key", UUID.randomUUID())
          .body(Map.of())
          .post("/bookings/" + booked.<String>path("reference") + "/cancellation")
          .then()
          .statusCode(200);
    }
  }

  private String address() {
    return "/slots?site=" + moyaux.id() + "&procedure=" + rsa.id();
  }

  private Response search() {
    return api().get(address());
  }

  private Response searchAnew() {
    return given().spec(api()).header("Accept", ANEW).get(address());
  }

  private int askedTheDatabase() {
    return Sends.of(this::search);
  }

  private void awaitKept() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              search();
              return askedTheDatabase() == 0;
            });
  }

  private int remaining(String slot) {
    Integer left = search().path("items.find { it.id == '" + slot + "' }.remaining");
    return left == null ? 0 : left;
  }

  private static List<String> ids(Response answer) {
    return answer.statusCode() == 200 ? answer.path("items.id") : List.of();
  }

  /** Without what belongs to one request, or to how it travels. */
  private static Map<String, String> headers(Response answer) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : answer.headers()) {
      headers.put(header.getName().toLowerCase(), header.getValue());
    }
    headers
        .keySet()
        .removeAll(List.of("x-request-id", "transfer-encoding", "content-length", "date"));
    return headers;
  }

  private void edit(String statement) {
    try (Connection connection = elsewhere.getConnection();
        Statement edit = connection.createStatement()) {
      edit.execute(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}

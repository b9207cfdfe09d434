package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.Sends;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many round trips to PostgreSQL a request takes: what it costs follows from that more than
 * from anything else, so it does not grow unnoticed. Decision 054.
 */
@QuarkusTest
@Tag("postgresql")
class SendsTest extends BookingSuite {
  private List<String> wide;

  @BeforeEach
  void manyPlaces() {
    wide =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 3, rsa)
                .capacity(40));
  }

  @Test
  void a_search_asks_once() {
    search();
    assertThat(least(this::search)).isEqualTo(1);
  }

  @Test
  void a_booking_asks_four_times() {
    bookOne(wide.get(0));
    assertThat(least(() -> bookOne(wide.get(0)))).isEqualTo(4);
  }

  /** Decision 068: the one is written past Hibernate. */
  @Test
  void a_booking_is_written_alike_with_a_hold_and_without() {
    bookOne(wide.get(0));
    bookOne(wide.get(0), hold(wide.get(0), rsa).jsonPath().getString("id"));
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(2);
    assertThat(
            timetable.number(
                "select count(distinct to_jsonb(b) - 'id' - 'reference' - 'created_at' -"
                    + " 'updated_at' - 'email') from booking b"))
        .isEqualTo(1);
  }

  @Test
  void a_hold_asks_at_most_nine_times() {
    hold(wide.get(0), rsa);
    assertThat(least(() -> hold(wide.get(0), rsa).then().statusCode(201))).isLessThanOrEqualTo(9);
  }

  @Test
  void who_comes_too_late_asks_twice() {
    book(slots.get(0), rsa).then().statusCode(201);
    Runnable late = () -> book(slots.get(0), rsa).then().statusCode(409);
    late.run();
    assertThat(least(late)).isEqualTo(2);
  }

  private void search() {
    api().get("/slots?site=" + moyaux.id() + "&procedure=" + rsa.id()).then().statusCode(200);
  }

  private void bookOne(String slot) {
    bookOne(slot, null);
  }

  private void bookOne(String slot, @Nullable String hold) {
    Map<String, Object> wanted = new HashMap<>(booking(slot, rsa));
    if (hold != null) {
      wanted.put("holdId", hold);
    }
    wanted.put(
        "visitor",
        Map.of(
            "firstName",
            "Jeanne",
            "lastName",
            "Lefèvre",
            "email",
            UUID.randomUUID() + "@example.org"));
    api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(wanted)
        .post("/bookings")
        .then()
        .statusCode(201);
  }

  /** What works beside now and then does not count. */
  private static int least(Runnable request) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      least = Math.min(least, Sends.of(request));
    }
    return least;
  }
}

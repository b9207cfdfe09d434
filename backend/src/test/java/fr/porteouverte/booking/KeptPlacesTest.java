package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.support.SlotSql;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One slot on Tuesday for five people: one place is kept for the phone, one for walk-ins. */
@QuarkusTest
class KeptPlacesTest extends BookingSuite {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final Instant NINE = Instant.parse("2026-11-25T08:00:00Z");

  @Inject SlotSql rows;

  private Permanence permanence;
  private String slot;

  @BeforeEach
  void fivePlaces() {
    permanence =
        fixtures
            .permanence(moyaux, caf, rsa, longOne)
            .days(DAY, DAY)
            .times("09:00", "10:00")
            .capacity(5)
            .keeping(1, 1)
            .materialised();
    slot = rows.id(permanence, NINE) + "";
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  @Test
  void the_public_sees_and_books_what_is_not_kept() {
    free().body("items.remaining", contains(3, 3)).body("items[0].capacity", equalTo(3));
    for (int i = 0; i < 3; i++) {
      book(slot, rsa).then().statusCode(201);
    }
    free().body("items", hasSize(1));
    book(slot, rsa).then().statusCode(409).body("type", endsWith("slot-taken"));
    hold(slot, rsa).then().statusCode(409).body("type", endsWith("slot-taken"));
    assertThat(seats()).isEqualTo(3);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_of_the_house_book_the_phones_place_too_and_nobody_that_of_walk_ins() {
    free().body("items[0].remaining", equalTo(4));
    for (int i = 0; i < 4; i++) {
      book(slot, rsa).then().statusCode(201);
    }
    book(slot, rsa).then().statusCode(409).body("type", endsWith("slot-taken"));
    assertThat(seats()).isEqualTo(4);
  }

  @Test
  void a_hold_that_expired_is_free_at_once_but_not_when_it_stands_on_a_kept_place() {
    Instant soon = clock.now().plus(Duration.ofMinutes(10));
    rows.seat(permanence, NINE, 1, null);
    rows.seat(permanence, NINE, 2, null);
    rows.seat(permanence, NINE, 3, soon);
    free().body("items", hasSize(1));
    clock.set(soon);
    free().body("items", hasSize(2)).body("items[0].remaining", equalTo(1));
    rows.seat(permanence, NINE, 4, null);
    free().body("items", hasSize(1));
    book(slot, rsa).then().statusCode(409).body("type", endsWith("slot-taken"));
  }

  @Test
  void a_longer_visit_counts_the_kept_places_of_each_of_its_slots() {
    Instant half = NINE.plus(Duration.ofMinutes(30));
    rows.seat(permanence, half, 1, null);
    rows.seat(permanence, half, 2, null);
    times(longOne).body("items.remaining", contains(1));
    rows.seat(permanence, half, 3, null);
    times(longOne).body("items", hasSize(0));
    book(slot, longOne).then().statusCode(409);
  }

  @Test
  void a_visitor_does_not_move_into_a_kept_place() {
    String own = rows.id(permanence, NINE.plus(Duration.ofMinutes(30))) + "";
    var booked = book(own, rsa).then().statusCode(201).extract().jsonPath();
    for (int seat = 1; seat <= 3; seat++) {
      rows.seat(permanence, NINE, seat, null);
    }
    api()
        .contentType("application/json")
        .header("Booking-Secret", booked.getString("secret"))
        .body("{\"slotId\": \"" + slot + "\"}")
        .post("/bookings/{r}/reschedule", booked.getString("reference"))
        .then()
        .statusCode(409)
        .body("type", endsWith("slot-taken"));
  }

  @RepeatedTest(2)
  void a_crowd_gets_no_kept_place() {
    List<Callable<Response>> crowd = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      crowd.add(() -> book(slot, rsa));
    }
    assertThat(Together.run(crowd)).filteredOn(a -> a.statusCode() == 201).hasSize(3);
    assertThat(seats()).isEqualTo(3);
  }

  private ValidatableResponse free() {
    return times(rsa);
  }

  private ValidatableResponse times(fr.porteouverte.procedure.Procedure wanted) {
    return api()
        .get(
            "/slots?site={s}&procedure={p}&from={f}&to={t}",
            moyaux.id(),
            wanted.id(),
            DAY + "",
            DAY.plusDays(1) + "")
        .then()
        .statusCode(200);
  }
}

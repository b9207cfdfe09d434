package fr.porteouverte.booking;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local times as the house's clock shows them, and what a house may ask for. */
@QuarkusTest
class BookingTimesTest extends BookingSuite {
  @Inject EntityManager database;

  @ParameterizedTest
  @CsvSource({
    // The Sunday on which the mainland goes to summer time, and the one on which it comes back.
    "14,  2027-03-28T09:00, 2027-03-28T09:00:00+02:00",
    "14,  2027-10-31T09:00, 2027-10-31T09:00:00+01:00",
    "14,  2027-03-27T09:00, 2027-03-27T09:00:00+01:00",
    "974, 2027-03-28T09:00, 2027-03-28T09:00:00+04:00",
    "974, 2027-10-31T09:00, 2027-10-31T09:00:00+04:00",
    "971, 2027-03-28T09:00, 2027-03-28T09:00:00-04:00"
  })
  void a_booking_says_the_hour_of_the_houses_clock(
      String department, LocalDateTime local, String expected) {
    var house = fixtures.site("Là-bas", department, 0, 0);
    Instant start = local.atZone(house.zone()).toInstant();
    clock.set(start.minus(Duration.ofDays(2)));
    List<String> there = timetable.add(Timetable.Session.of(house, null, start, 2, rsa));
    book(there.get(0), rsa)
        .then()
        .statusCode(201)
        .body("start", equalTo(expected))
        .body("site.zone", equalTo(house.zone().getId()));
  }

  @Test
  void a_house_that_asks_for_a_contact_says_so_at_both_fields() {
    io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery("update site set contact_required = true")
                    .executeUpdate());
    book(slots.get(0), rsa)
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("visitor.email", "visitor.phone"));
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", slots.get(0),
                "procedureId", "" + rsa.id(),
                "visitor", Map.of("firstName", "A", "lastName", "B", "email", "Jeanne@Exemple.FR")))
        .post("/bookings")
        .then()
        .statusCode(201)
        .body("visitor.email", equalTo("jeanne@exemple.fr"))
        .body("visitor.contactBy", equalTo("email"));
  }

  @Test
  void an_overseas_house_reads_phone_numbers_as_its_neighbours_write_them() {
    var house = fixtures.site("Saint-Denis", "974", -20.88, 55.45);
    List<String> there = timetable.add(Timetable.Session.of(house, null, TUESDAY, 1, rsa));
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", there.get(0),
                "procedureId", "" + rsa.id(),
                "visitor", Map.of("firstName", "A", "lastName", "B", "phone", "0692 12 34 56")))
        .post("/bookings")
        .then()
        .statusCode(201)
        .body("visitor.phone", equalTo("+262692123456"))
        .body("visitor.contactBy", equalTo("sms"));
  }
}

package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of a booking, in every zone of the country and on the days on which clocks change. */
@QuarkusTest
class BookingCalendarTest extends ApiTest {
  @Inject Timetable timetable;

  /** Of an appointment in some days. */
  private String file(Site site, Instant start, String label) {
    clock.set(start.minus(Duration.ofDays(10)));
    Partner caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    timetable.change("update document set label_fr = '" + label + "'");
    String slot = timetable.add(Timetable.Session.of(site, caf, start, 1, rsa)).get(0);
    var visitor = Map.of("firstName", "Jeanne", "lastName", "Lefèvre");
    JsonPath made =
        api()
            .contentType(ContentType.JSON)
            .body(Map.of("slotId", slot, "procedureId", "" + rsa.id(), "visitor", visitor))
            .post("/bookings")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return api()
        .header("Booking-Secret", made.getString("secret"))
        .get("/bookings/" + made.getString("reference") + "/calendar.ics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @ParameterizedTest
  @CsvSource({
    "14, Europe/Paris, 2026-10-24T09:00, 2026-10-24T07:00:00Z",
    "14, Europe/Paris, 2026-10-25T09:00, 2026-10-25T08:00:00Z",
    "14, Europe/Paris, 2027-03-27T09:00, 2027-03-27T08:00:00Z",
    "14, Europe/Paris, 2027-03-28T09:00, 2027-03-28T07:00:00Z",
    "974, Indian/Reunion, 2026-10-25T09:00, 2026-10-25T05:00:00Z",
    "972, America/Martinique, 2027-03-28T09:00, 2027-03-28T13:00:00Z",
    "971, America/Guadeloupe, 2026-12-01T09:00, 2026-12-01T13:00:00Z",
    "973, America/Cayenne, 2026-12-01T09:00, 2026-12-01T12:00:00Z",
    "976, Indian/Mayotte, 2026-12-01T09:00, 2026-12-01T06:00:00Z",
    "975, America/Miquelon, 2026-10-31T09:00, 2026-10-31T11:00:00Z",
    "975, America/Miquelon, 2026-11-01T09:00, 2026-11-01T12:00:00Z",
    "975, America/Miquelon, 2027-03-14T09:00, 2027-03-14T11:00:00Z",
    "987, Pacific/Tahiti, 2026-12-01T09:00, 2026-12-01T19:00:00Z",
    "988, Pacific/Noumea, 2026-12-01T09:00, 2026-11-30T22:00:00Z"
  })
  void an_appointment_is_at_the_hour_that_the_house_clocks_show(
      String department, String zone, String local, String instant) {
    Site site = fixtures.site("Saint-Étienne-du-Bois-Guéroult", department, 49.1, 0.3);
    String text = file(site, LocalDateTime.parse(local).atZone(site.zone()).toInstant(), "Papier");
    String start = local.replace("-", "").replace(":", "") + "00";
    assertThat(text.lines()).contains("DTSTART;TZID=" + zone + ":" + start, "TZID:" + zone);
    VEvent event = ReadBack.events(text).get(0);
    assertThat(ReadBack.start(event)).isEqualTo(Instant.parse(instant));
    assertThat(ReadBack.calendar(text).getComponents("VTIMEZONE")).hasSize(1);
  }

  @Test
  void many_papers_with_accents_are_folded_and_come_back_whole() {
    String label = "Pièce d’identité délivrée à l’étranger ; ".repeat(5).strip();
    String text = file(fixtures.site("Moyaux"), clock.now().plus(Duration.ofDays(12)), label);
    assertThat(ReadBack.value(ReadBack.events(text).get(0), "DESCRIPTION")).contains(label);
    assertThat(text).doesNotContain("Lefèvre");
  }
}

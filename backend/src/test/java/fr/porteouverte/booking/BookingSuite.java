package fr.porteouverte.booking;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The house of Moyaux, CAF on Tuesday morning: four slots of 30 minutes. */
public abstract class BookingSuite extends ApiTest {
  /** Tuesday 24 November 2026, 9 h in Paris. */
  public static final Instant TUESDAY = TestClock.MONDAY.plus(Duration.ofHours(25));

  public @Inject Timetable timetable;

  public Site moyaux;
  public Partner caf;
  public Procedure rsa;
  public Procedure longOne;
  public List<String> slots;

  @BeforeEach
  void theHouseOfMoyaux() {
    moyaux = fixtures.site("Moyaux");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    longOne = fixtures.procedure("retraite", caf, 60);
    slots = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 4, rsa, longOne));
  }

  public Map<String, Object> visitor() {
    return Map.of("firstName", "Jeanne", "lastName", "Lefèvre");
  }

  public Map<String, Object> booking(String slotId, Procedure procedure) {
    return Map.of("slotId", slotId, "procedureId", "" + procedure.id(), "visitor", visitor());
  }

  public Response book(String slotId, Procedure procedure) {
    return api().contentType(ContentType.JSON).body(booking(slotId, procedure)).post("/bookings");
  }

  public Response hold(String slotId, Procedure procedure) {
    return api()
        .contentType(ContentType.JSON)
        .header("Browser-Id", UUID.randomUUID())
        .body(Map.of("slotId", slotId, "procedureId", "" + procedure.id()))
        .post("/holds");
  }

  /** Seats really taken, as the seat rows and as the slots' own counts say; they must agree. */
  public long seats() {
    long rows = timetable.number("select count(*) from seat");
    long counted = timetable.number("select coalesce(sum(taken), 0) from slot");
    if (rows != counted) {
      throw new AssertionError(rows + " seat rows, but slots count " + counted);
    }
    return rows;
  }

  public long bookings() {
    return timetable.number("select count(*) from booking where state = 'booked'");
  }
}

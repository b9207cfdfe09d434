package fr.porteouverte.cancellation;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.site.Site;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** CAF is at Moyaux on Tuesday, 9 h to 12 h, and again on Thursday; whoever may decide about it. */
public abstract class TuesdayAndThursday extends BookingSuite {
  public static final LocalDate TUESDAY_DAY = LocalDate.of(2026, 11, 24);

  public Site sees;
  public Permanence permanence;

  /** Tuesday's slots. */
  public List<String> tuesday;

  /** Tuesday's. */
  public String session;

  @BeforeEach
  void tuesdayAndThursday() {
    for (String table : List.of("slot", "session", "permanence_procedure", "permanence")) {
      timetable.change("delete from " + table);
    }
    sees = fixtures.site("Sées");
    permanence =
        fixtures
            .permanence(moyaux, caf, rsa)
            .days(TUESDAY_DAY, TUESDAY_DAY.plusDays(2))
            .rrule("FREQ=DAILY;INTERVAL=2")
            .materialised();
    tuesday = slotsOn("2026-11-24");
    session =
        timetable.text(
            "select cast(id as varchar) from session where local_date = date '2026-11-24' and"
                + " permanence_id = "
                + permanence.id());
    fixtures.partnerAgent("sophie", caf);
    fixtures.partnerAgent("karim", fixtures.partner("france-travail"));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("hugo", AgentRole.manager, sees);
  }

  public List<String> slotsOn(String day) {
    return api()
        .get(
            "/slots?site="
                + moyaux.id()
                + "&procedure="
                + rsa.id()
                + "&from="
                + day
                + "&to="
                + LocalDate.parse(day).plusDays(1))
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  /** A booking as whoever made it sees it. */
  public ValidatableResponse seen(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .get("/bookings/" + made.path("reference"))
        .then()
        .statusCode(200);
  }
}

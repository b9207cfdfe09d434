package fr.porteouverte.session;

import fr.porteouverte.account.AgentRole;
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
import org.junit.jupiter.api.BeforeEach;

/**
 * It is Monday 8 h. CAF is at Moyaux on Friday 9 h and at Sées on Tuesday of next week 9 h, France
 * Travail at Moyaux on Friday 14 h; Sophie and Paul are CAF's, Karim France Travail's.
 */
public abstract class SessionSuite extends ApiTest {
  /** Friday 27 November 2026, 9 h in Paris. */
  public static final Instant FRIDAY = TestClock.MONDAY.plus(Duration.ofDays(4)).plusSeconds(3600);

  /** Friday's, unless a permanence says otherwise: two days before. */
  static final Instant DEADLINE = FRIDAY.minus(Duration.ofHours(48));

  public @Inject Timetable timetable;

  Site moyaux;
  public Site sees;
  public Partner caf;
  public Partner travail;
  public Procedure rsa;
  public List<String> slots;
  public String atMoyaux;
  String atSees;
  String ofTravail;

  @BeforeEach
  void theSessions() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    travail = fixtures.partner("france-travail");
    rsa = fixtures.procedure("rsa", caf, 30);
    slots = timetable.add(Timetable.Session.of(moyaux, caf, FRIDAY, 4, rsa));
    atMoyaux = newest();
    timetable.add(Timetable.Session.of(sees, caf, FRIDAY.plus(Duration.ofDays(4)), 2, rsa));
    atSees = newest();
    Procedure job = fixtures.procedure("emploi", travail, 30);
    timetable.add(Timetable.Session.of(moyaux, travail, FRIDAY.plus(Duration.ofHours(5)), 2, job));
    ofTravail = newest();
    fixtures.agentOf(caf, "sophie", "Sophie", "sophie@caf.example");
    fixtures.agentOf(caf, "paul", "Paul", null);
    fixtures.agentOf(travail, "karim", "Karim", "karim@travail.example");
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
  }

  String newest() {
    return "" + timetable.number("select max(id) from session");
  }

  public String state(String session) {
    return timetable.text("select state from session where id = " + session);
  }

  public Response command(String session, String what) {
    return api().post("/sessions/{id}/{what}", session, what);
  }

  public Response command(String session, String what, Map<String, ?> body) {
    return api()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sessions/{id}/{what}", session, what);
  }

  /** By the public, with a name and no contact. */
  public Response book(String slot) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "Lefèvre")))
        .post("/bookings");
  }
}

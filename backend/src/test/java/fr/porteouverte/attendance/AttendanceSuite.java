package fr.porteouverte.attendance;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * CAF is at Moyaux on Wednesday 9 h, four slots: Jeanne at 9 h, Paul at 9 h 30. Sophie is CAF's,
 * Karim France Travail's, Claire a clerk of Moyaux, Hugo of Sées. It is Monday 8 h.
 */
abstract class AttendanceSuite extends ApiTest {
  /** Wednesday 25 November 2026, 9 h in Paris. */
  static final Instant NINE = TestClock.MONDAY.plus(Duration.ofDays(2)).plusSeconds(3600);

  @Inject Timetable timetable;

  Site moyaux;
  Site sees;
  Partner caf;
  Partner travail;
  Procedure rsa;
  Procedure job;
  List<String> slots;
  String session;
  public String jeanne;
  String paul;

  @BeforeEach
  void theSession() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    travail = fixtures.partner("france-travail");
    rsa = fixtures.procedure("rsa", caf, 30);
    job = fixtures.procedure("emploi", travail, 30);
    slots = timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa).notice(24 * 60));
    session = "" + timetable.number("select max(id) from session");
    fixtures.agentOf(caf, "sophie", "Sophie", null);
    fixtures.agentOf(travail, "karim", "Karim", null);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    jeanne = booked(slots.get(0), rsa, "Jeanne", "Lefèvre", "06 12 34 56 78");
    paul = booked(slots.get(1), rsa, "Paul", "Ozanne", "02 31 00 00 00");
  }

  /** The reference of a new booking. */
  public String booked(String slot, Procedure procedure, String first, String last, String phone) {
    Map<String, Object> visitor = new HashMap<>(Map.of("firstName", first, "lastName", last));
    if (phone != null) {
      visitor.put("phone", phone);
    }
    Response answer =
        api()
            .contentType(ContentType.JSON)
            .body(Map.of("slotId", slot, "procedureId", "" + procedure.id(), "visitor", visitor))
            .post("/bookings");
    answer.then().statusCode(201);
    return answer.path("reference");
  }

  Response people() {
    return api().get("/sessions/{id}/bookings", session);
  }

  Response mark(String reference, int seen, Map<String, ?> mark) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + seen + "\"")
        .body(mark)
        .put("/bookings/{reference}/attendance", reference);
  }

  Response mark(String reference, int seen, String outcome) {
    return mark(reference, seen, Map.of("outcome", outcome));
  }

  long rows() {
    return timetable.number("select count(*) from attendance");
  }
}

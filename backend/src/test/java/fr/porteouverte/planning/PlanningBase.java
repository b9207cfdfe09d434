package fr.porteouverte.planning;

import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.SlotSql;
import fr.porteouverte.support.Timetable;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * CAF sits in the house of Sées on Tuesdays and Thursdays, 9 h to 12 h, in slots of 30 minutes. The
 * test's now is Monday 23 November 2026, 8 h in Paris.
 */
abstract class PlanningBase extends ApiTest {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  static final LocalDate THURSDAY = TUESDAY.plusDays(2);

  @Inject SlotSql slots;
  @Inject Timetable timetable;

  Site site;
  Partner caf;
  Procedure rsa;
  Permanence series;

  @BeforeEach
  void tuesdaysAndThursdays() {
    site = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.agent("marc", AgentRole.manager, site);
    series =
        fixtures
            .permanence(site, caf, rsa)
            .rrule("FREQ=WEEKLY;BYDAY=TU,TH")
            .days(LocalDate.of(2026, 11, 3), null)
            .materialised();
  }

  static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(PARIS).toInstant();
  }

  String slot(LocalDate day, String time) {
    return slots.id(series, at(day, time)) + "";
  }

  /** The permanence as a form that changes nothing, then what a test puts over it. */
  Map<String, Object> form(Object... changes) {
    Map<String, Object> form = new HashMap<>();
    form.put("siteId", site.id() + "");
    form.put("partnerId", caf.id() + "");
    form.put("procedures", List.of(rsa.id() + ""));
    form.put("rrule", "FREQ=WEEKLY;BYDAY=TU,TH");
    form.put("firstDate", "2026-11-03");
    form.put("from", "09:00");
    form.put("to", "12:00");
    form.put("mode", "appointment");
    form.put("slotMinutes", 30);
    form.put("capacity", 1);
    form.put("noticeMinutes", 0);
    form.put("horizonDays", 91);
    form.put("changeDeadlineMinutes", 60);
    for (int i = 0; i < changes.length; i += 2) {
      form.put((String) changes[i], changes[i + 1]);
    }
    return form;
  }

  /** Staff book for somebody on the phone. */
  public String booked(LocalDate day, String time) {
    return book(slot(day, time)).then().statusCode(201).extract().path("reference");
  }

  public Response book(String slotId) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slotId,
                "procedureId",
                rsa.id() + "",
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "Lefèvre")))
        .post("/bookings");
  }

  Map<String, Object> body(String scope, LocalDate day, Map<String, Object> form) {
    Map<String, Object> body = new HashMap<>();
    body.put("permanenceId", series.id() + "");
    body.put("scope", scope);
    if (day != null) {
      body.put("date", day.toString());
    }
    if (form != null) {
      body.put("form", form);
    }
    return body;
  }

  ValidatableResponse preview(Object body) {
    return api().contentType(ContentType.JSON).body(body).post("/permanence-previews").then();
  }

  ValidatableResponse change(int version, Map<String, Object> body, Object... decisions) {
    body.put("decisions", List.of(decisions));
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/permanence-changes")
        .then();
  }

  static Map<String, Object> decide(String reference, String decision) {
    return Map.of("reference", reference, "decision", decision);
  }

  public static Map<String, Object> move(String reference, String slotId) {
    return Map.of("reference", reference, "decision", "move", "slotId", slotId);
  }

  public ValidatableResponse booking(String reference) {
    return api().get("/bookings/{r}", reference).then().statusCode(200);
  }

  /** What must be so after anything that happened. */
  void nothingIsLost() {
    none(
        "bookings without a seat",
        "booking b where b.state = 'booked' and not exists"
            + " (select 1 from seat x where x.booking_id = b.id)");
    none(
        "bookings whose slot is another's, or at another time",
        "booking b join slot s on s.id = b.slot_id where b.state = 'booked'"
            + " and (s.start_at <> b.start_at or s.permanence_id <> b.permanence_id)");
    none(
        "bookings that gave up their slot",
        "booking b where b.state = 'booked' and not exists"
            + " (select 1 from slot s where s.id = b.slot_id)");
    none(
        "slots whose session is another permanence's",
        "slot s join session e on e.id = s.session_id where e.permanence_id <> s.permanence_id");
    none(
        "slots that count wrong",
        "slot s where s.taken <> (select count(*) from seat x where x.slot_id = s.id)");
    none(
        "slots that overlap another of the same permanence",
        "slot a join slot b on a.permanence_id = b.permanence_id and a.id < b.id"
            + " and a.start_at < b.end_at and b.start_at < a.end_at");
  }

  void none(String what, String from) {
    org.assertj.core.api.Assertions.assertThat(timetable.number("select count(*) from " + from))
        .as(what)
        .isZero();
  }

  ValidatableResponse free(LocalDate day) {
    return api()
        .get(
            "/slots?site={s}&procedure={p}&from={f}&to={t}",
            site.id(),
            rsa.id(),
            day + "",
            day.plusDays(1) + "")
        .then()
        .statusCode(200);
  }

  static org.hamcrest.Matcher<Integer> is(int number) {
    return equalTo(number);
  }
}

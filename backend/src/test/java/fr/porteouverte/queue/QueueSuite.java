package fr.porteouverte.queue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * The house of Moyaux on Monday 23 November 2026 at 8 h, never closed, with a counter for
 * everybody; Claire is its clerk, and CAF sees people by appointment from 9 h.
 */
@TestSecurity(user = "claire", roles = Role.CLERK)
public abstract class QueueSuite extends ApiTest {
  /** 9 h in Paris. */
  public static final Instant NINE = TestClock.MONDAY.plus(Duration.ofHours(1));

  public @Inject Timetable timetable;
  @Inject CounterFixture counters;

  public Site moyaux;
  public Site sees;
  public Partner caf;
  public Procedure rsa;
  public Procedure passport;
  public List<String> slots;
  public String cafPermanence;
  public String counter;

  @BeforeEach
  void theHouseOfMoyaux() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.alwaysOpen(moyaux);
    fixtures.alwaysOpen(sees);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    passport = fixtures.procedure("passeport", fixtures.partner("etat"), 15);
    slots = timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa).capacity(5));
    cafPermanence = "" + timetable.number("select max(id) from permanence");
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    counter = counters.open(moyaux, "Guichet 1");
  }

  /** A counter of CAF's permanence, open. */
  public String cafCounter() {
    return counters.open(moyaux, "Caf", Long.parseLong(cafPermanence));
  }

  public Response walkIn() {
    return walkIn(Map.of("procedureId", "" + passport.id()));
  }

  public Response walkIn(Map<String, Object> request) {
    return api()
        .contentType(ContentType.JSON)
        .body(request)
        .post("/sites/{id}/tickets", moyaux.id());
  }

  /** The id of a new walk-in for the house's own clerks. */
  public String waiting() {
    return walkIn().then().statusCode(201).extract().path("id");
  }

  /** The id of a new walk-in for CAF. */
  public String waitingForCaf() {
    return walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public Response next(String counter) {
    return api().contentType(ContentType.JSON).body("{}").post("/counters/{id}/next", counter);
  }

  Response finishAndNext(String counter) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("finish", true))
        .post("/counters/{id}/next", counter);
  }

  /** Any command without a body. */
  public Response act(String ticket, String action) {
    return api().post("/tickets/{id}/{action}", ticket, action);
  }

  public Response call(String ticket, String counter, String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("counterId", counter));
    if (reason != null) {
      body.put("reason", reason);
    }
    return api().contentType(ContentType.JSON).body(body).post("/tickets/{id}/call", ticket);
  }

  public Response transfer(String ticket, Procedure procedure, String permanence) {
    Map<String, Object> body = new HashMap<>(Map.of("procedureId", "" + procedure.id()));
    if (permanence != null) {
      body.put("permanenceId", permanence);
    }
    return api().contentType(ContentType.JSON).body(body).post("/tickets/{id}/transfer", ticket);
  }

  public Response queue() {
    return api().get("/sites/{id}/queue", moyaux.id());
  }

  public List<String> waitingIds() {
    return queue().then().statusCode(200).extract().path("waiting.id");
  }

  public Response arrive(String reference) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference))
        .post("/sites/{id}/arrivals", moyaux.id());
  }

  /** The reference of a new booking. */
  public String booked(String slotId) {
    return book(slotId).then().statusCode(201).extract().path("reference");
  }

  public Response book(String slotId) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slotId,
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "Lefèvre")))
        .post("/bookings");
  }

  /** Books a free slot for somebody who is there, and registers them. */
  public Response refer(String slotId, UUID key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "slotId",
                slotId,
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of("firstName", "Paul", "lastName", "Durand")))
        .post("/sites/{id}/arrivals", moyaux.id());
  }
}

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
import io.restassured.specification.RequestSpecification;
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

  /** For who plays a day from another package. */
  public void setClock(Instant now) {
    clock.set(now);
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

  /** The same, with the key of a request that may be sent again. */
  public Response next(String counter, Object key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{}")
        .post("/counters/{id}/next", counter);
  }

  /** Of whoever the screen shows there. */
  Response finishAndNext(String counter) {
    String there = queue().path("counters.find { it.id == '" + counter + "' }.ticket?.id");
    return finishAndNext(counter, there);
  }

  Response finishAndNext(String counter, String there) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("finish", true, "ticketId", there))
        .post("/counters/{id}/next", counter);
  }

  /** Any command that needs nothing more, by somebody who sees the ticket as it is. */
  public Response act(String ticket, String action) {
    return action.equals("undo") ? undo(ticket, seq(ticket)) : act(ticket, action, version(ticket));
  }

  /** By somebody who saw the ticket at that version. */
  public Response act(String ticket, String action, long version) {
    return seen(version).post("/tickets/{id}/{action}", ticket, action);
  }

  public Response undo(String ticket, long seq) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("seq", seq))
        .post("/tickets/{id}/undo", ticket);
  }

  /** A request by somebody who saw that version. */
  public RequestSpecification seen(long version) {
    return api().header("If-Match", "\"" + version + "\"");
  }

  /** Of a ticket, as its screen shows it. */
  public long version(String ticket) {
    return timetable.number("select coalesce(max(version), 0) from ticket where id = " + ticket);
  }

  /** Of the change that an undo of a ticket would take back; 0: none. */
  public long seq(String ticket) {
    return timetable.number(
        "select coalesce(max(seq), 0) from queue_event where kind <> 'undone' and not undone"
            + " and ticket_id = "
            + ticket);
  }

  public Response call(String ticket, String counter, String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("counterId", counter));
    if (reason != null) {
      body.put("reason", reason);
    }
    return seen(version(ticket))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/tickets/{id}/call", ticket);
  }

  public Response transfer(String ticket, Procedure procedure, String permanence) {
    Map<String, Object> body = new HashMap<>(Map.of("procedureId", "" + procedure.id()));
    if (permanence != null) {
      body.put("permanenceId", permanence);
    }
    return seen(version(ticket))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/tickets/{id}/transfer", ticket);
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
    return book(slotId, rsa);
  }

  public Response book(String slotId, Procedure procedure) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slotId,
                "procedureId",
                "" + procedure.id(),
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

package fr.porteouverte.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Fixtures;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of everything, in the house of Moyaux and for CAF. {@code clerk.own}, {@code manager.own},
 * {@code partner.own} work there; {@code ….elsewhere} at Sées and for another partner.
 */
@ApplicationScoped
public class RightsWorld {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What an address names, by what stands before it. */
  private final Map<String, String> things = new HashMap<>();

  /** What a body names. */
  private final Map<String, Object> fields = new HashMap<>();

  @Inject Fixtures fixtures;
  @Inject Timetable timetable;

  void build() {
    Site moyaux = fixtures.site("Moyaux");
    Site sees = fixtures.site("Sées");
    fixtures.alwaysOpen(moyaux);
    Partner caf = fixtures.partner("caf");
    Partner travail = fixtures.partner("france-travail");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.agent("clerk.own", AgentRole.clerk, moyaux);
    fixtures.agent("clerk.elsewhere", AgentRole.clerk, sees);
    fixtures.agent("manager.own", AgentRole.manager, moyaux);
    fixtures.agent("manager.elsewhere", AgentRole.manager, sees);
    fixtures.partnerAgent("partner.own", caf);
    fixtures.partnerAgent("partner.elsewhere", travail);
    fixtures.partnerAgentIn("partner.far", caf, "61");
    fixtures.observer("observer.own", "14");
    fixtures.agent("admin.own", AgentRole.admin);
    mixed(moyaux, sees, caf, travail);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    timetable.change("update agent set email = 'claire@example.org' where username = 'claire'");
    things.put("/agents/", newest("agent"));
    List<String> slots =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofHours(3)), 6, rsa)
                .capacity(9));
    things.put("/sites/", "" + moyaux.id());
    things.put("/sessions/", newest("session"));
    things.put("/permanences/", newest("permanence"));
    names(rsa, caf, moyaux, slots);
    make(slots, rsa);
  }

  /**
   * Each has in Moyaux, or for CAF there, what their name says, and much more elsewhere: what
   * counts is what somebody is at the very place.
   */
  private void mixed(Site moyaux, Site sees, Partner caf, Partner travail) {
    fixtures.partnerAgentIn("clerk.mixed", caf, "61");
    fixtures.also("clerk.mixed", AgentRole.clerk, moyaux);
    fixtures.also("clerk.mixed", AgentRole.manager, sees);
    fixtures.partnerAgentIn("manager.mixed", travail, "14");
    fixtures.also("manager.mixed", AgentRole.manager, moyaux);
    fixtures.also("manager.mixed", AgentRole.clerk, sees);
    fixtures.partnerAgentIn("partner.mixed", caf, "14");
    fixtures.also("partner.mixed", AgentRole.manager, sees);
    fixtures.also("partner.mixed", AgentRole.clerk, sees);
  }

  private void names(Procedure rsa, Partner caf, Site moyaux, List<String> slots) {
    fields.put("siteId", "" + moyaux.id());
    fields.put("site", "" + moyaux.id());
    fields.put("sites[]", "" + moyaux.id());
    fields.put("partnerId", "" + caf.id());
    fields.put("procedureId", "" + rsa.id());
    fields.put("procedure", "" + rsa.id());
    fields.put("permanenceId", things.get("/permanences/"));
    fields.put("slotId", slots.get(3));
    fields.put("procedures[]", "" + rsa.id());
    fields.put("sms", "Bonjour {link}");
    fields.put("username", "partner.own");
    things.put("/partners/", "" + caf.id());
    things.put("/procedures/", "" + rsa.id());
    things.put("/adaptations/", "" + rsa.id());
    things.put("/tables/", "themes");
    things.put("/figures/", "partners");
    things.put("/network-figures/", "partners");
  }

  private void make(List<String> slots, Procedure rsa) {
    String site = "/sites/" + things.get("/sites/");
    things.put("/bookings/", booking(slots.get(0), rsa));
    timetable.change("update outbox set channel = 'call' where id = (select min(id) from outbox)");
    things.put("/calls/", "" + timetable.number("select min(id) from outbox"));
    booking(slots.get(1), rsa);
    things.put("/messages/", "" + timetable.number("select max(id) from outbox"));
    things.put("/counters/", made(site + "/counters", Map.of("name", "Guichet", "serves", "all")));
    fields.put("counterId", things.get("/counters/"));
    things.put("/devices/", made(site + "/devices", Map.of("name", "Borne")));
    ticket(site);
    Response gone = post(site + "/queue/departures", Map.of());
    things.put("/departures/", gone.path("id"));
    things.put("/tickets/", ticket(site));
    things.put("/counted-visits/", made(site + "/counted-visits", Map.of("channel", "telephone")));
    Map<String, Object> closed = Map.of("from", "2026-12-24T00:00:00", "to", "2026-12-25T00:00:00");
    things.put("/closures/", made(site + "/closures", closed));
    event();
    registers();
    imports();
    things.put(
        "/calendar-feeds/",
        made("/calendar-feeds", Map.of("kind", "site", "id", things.get("/sites/"))));
  }

  private void registers() {
    Map<String, String> words = Map.of("fr", "Papier", "en", "Paper");
    String admin = "admin.own";
    things.put(
        "/themes/",
        post(admin, "/themes", Map.of("code", "budget", "name", words, "position", 1)).path("id"));
    Map<String, Object> system =
        Map.of(
            "name",
            "La Coop",
            "contactName",
            "Ada Martin",
            "contactEmail",
            "ada@example.org",
            "scopes",
            List.of("slots:read", "webhooks"),
            "departments",
            List.of("14"));
    things.put("/integrators/", post(admin, "/integrators", system).path("id"));
    things.put("/keys/", newest("integrator_key"));
    // Nobody listens there: its ping has a delivery all the same.
    Map<String, Object> address =
        Map.of("url", "http://localhost:9/hook", "integratorId", things.get("/integrators/"));
    String webhook = post(admin, "/webhooks", address).path("id");
    things.put("/webhooks/", webhook);
    things.put("/deliveries/", post(admin, "/webhooks/" + webhook + "/ping", Map.of()).path("id"));
    fields.put("url", "http://localhost:9/hook");
    fields.put("integratorId", things.get("/integrators/"));
    fields.put("departments[]", "14");
    fields.put("department", "14");
    things.put(
        "/documents/",
        post(admin, "/documents", Map.of("code", "lease", "label", words)).path("id"));
  }

  /** A file that waits to be looked at, and a table that was brought in. */
  private void imports() {
    String communes =
        "insee,nom,codes_postaux,lat,lon,population\n14366,Lisieux,14100,49.1466,0.2293,20000\n";
    things.put("/imports/", file("/imports/communes/preview", communes));
    String themes = "code;name.fr;name.en;position\nsante;Santé;Health;2\n";
    things.put("/catalogue/", file("/imports/tables/themes/file", themes));
    String agents =
        "username;lastName;firstName;email;assignments\nnina;Roy;Nina;;clerk: maison-"
            + things.get("/sites/")
            + "\n";
    things.put("/tables/agents/", file("manager.own", "/imports/tables/agents/file", agents));
  }

  private static String file(String path, String table) {
    return file("admin.own", path, table);
  }

  private static String file(String who, String path, String table) {
    Response answer =
        RestAssured.given()
            .auth()
            .oauth2(Bearer.token(who))
            .contentType("text/csv")
            .body(table.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1" + path);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.asString());
    }
    return answer.path("id");
  }

  private void event() {
    Map<String, Object> form =
        Map.of(
            "title",
            Map.of("fr", "Portes", "en", "Doors"),
            "summary",
            Map.of("fr", "Entrez", "en", "Come"),
            "firstDate",
            "2026-12-07",
            "lastDate",
            "2026-12-11");
    things.put("/events/", post("/events", form).path("code"));
    Response workshop = post("/events/" + things.get("/events/") + "/workshops", workshop());
    things.put("/workshops/", workshop.path("permanenceId"));
  }

  private Map<String, Object> workshop() {
    return Map.of(
        "siteId",
        things.get("/sites/"),
        "title",
        Map.of("fr", "Bien débuter", "en", "First steps"),
        "date",
        "2026-12-08",
        "from",
        "14:00",
        "to",
        "16:00",
        "capacity",
        12);
  }

  private String booking(String slot, Procedure rsa) {
    Map<String, Object> visitor =
        Map.of("firstName", "Jeanne", "lastName", "Lefèvre", "email", "jeanne@example.org");
    return post(
            "/bookings", Map.of("slotId", slot, "procedureId", "" + rsa.id(), "visitor", visitor))
        .path("reference");
  }

  private String ticket(String site) {
    return post(
            site + "/tickets",
            Map.of(
                "procedureId",
                fields.get("procedureId"),
                "permanenceId",
                fields.get("permanenceId")))
        .path("id");
  }

  private String made(String path, Map<String, Object> body) {
    return post(path, body).path("id");
  }

  private static Response post(String path, Map<String, Object> body) {
    return post("manager.own", path, body);
  }

  private static Response post(String who, String path, Map<String, Object> body) {
    Response answer =
        RestAssured.given()
            .auth()
            .oauth2(Bearer.token(who))
            .contentType(ContentType.JSON)
            .body(body)
            .post("/api/v1" + path);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.asString());
    }
    return answer;
  }

  private String newest(String table) {
    return "" + timetable.number("select max(id) from " + table);
  }

  /** How much of each stands as it was built. */
  Map<String, Long> standing() {
    return Map.of(
        "counters", timetable.number("select count(*) from counter"),
        "waiting", timetable.number("select count(*) from ticket where state = 'waiting'"),
        "booked", timetable.number("select count(*) from booking where state = 'booked'"),
        "planned", timetable.number("select count(*) from session where state = 'planned'"),
        "closures", timetable.number("select count(*) from closure"));
  }

  /** How much there is of what is somebody's own. */
  Map<String, Long> owned() {
    return Map.of(
        "feeds", timetable.number("select count(*) from calendar_feed where revoked_at is null"),
        "events", timetable.number("select count(*) from event where title_fr = 'Portes'"));
  }

  String inAddress(String before, String name) {
    String collection = before.replaceAll(".*(/[^/]+/)$", "$1");
    if (before.endsWith("/tables/agents/")) {
      // An import of agents, and none of them.
      collection = "/tables/agents/";
    }
    return switch (name) {
      case "kind" -> things.getOrDefault(collection, "confirmation");
      case "language" -> "fr";
      case "insee" -> "14460";
      default -> things.getOrDefault(collection, "1");
    };
  }

  String inQuery(String name) {
    return switch (name) {
      case "from" -> "2026-11-23";
      case "to" -> "2026-11-24";
      case "q" -> "moyaux";
      default -> fields.getOrDefault(name, "1").toString();
    };
  }

  String body(Tried one) {
    try {
      Object body =
          switch (one.name()) {
            case "createWorkshop" -> workshop();
            case "createAgent" -> agent("somebody.new");
            case "changeAgent" -> agent("claire");
            case "previewPermanence" ->
                Map.of("form", example("", (Schema<?>) schema(one).getProperties().get("form")));
            default -> example("", schema(one));
          };
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Map<String, Object> agent(String username) {
    return Map.of(
        "username",
        username,
        "firstName",
        "Claire",
        "lastName",
        "Martin",
        "assignments",
        List.of(Map.of("role", "clerk", "sites", List.of(things.get("/sites/")))));
  }

  private static Schema<?> schema(Tried one) {
    return resolved(
        one.operation().getRequestBody().getContent().get("application/json").getSchema());
  }

  /** The least that a schema asks for. */
  private Object example(String name, Schema<?> told) {
    Schema<?> schema = resolved(told);
    if (fields.containsKey(name)) {
      return fields.get(name);
    }
    if (schema.getEnum() != null) {
      return schema.getEnum().get(0);
    }
    return switch (String.valueOf(schema.getType())) {
      case "string" ->
          schema.getExample() == null || schema.getFormat() != null
              ? text(name, String.valueOf(schema.getFormat()))
              : schema.getExample().toString();
      case "integer", "number" -> schema.getMinimum() == null ? 1 : schema.getMinimum();
      case "boolean" -> true;
      case "array" -> List.of(example(name + "[]", schema.getItems()));
      default -> object(schema);
    };
  }

  private Map<String, Object> object(Schema<?> schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (schema.getProperties() != null && schema.getRequired() != null) {
      schema
          .getRequired()
          .forEach(key -> object.put(key, example(key, schema.getProperties().get(key))));
    }
    return object;
  }

  private static String text(String name, String format) {
    return switch (format) {
      case "date" -> "2026-12-01";
      case "date-time" -> "2026-12-01T09:00:00+01:00";
      case "uuid" -> "0b8e5a52-1f43-4f0e-9d2e-5b3f6f0c6f11";
      default ->
          switch (name) {
            case "rrule" -> "FREQ=WEEKLY";
            case "to" -> "12:00";
            default -> "10:00";
          };
    };
  }

  private static Schema<?> resolved(Schema<?> schema) {
    if (schema.get$ref() != null) {
      String name = schema.get$ref().replaceAll(".*/", "");
      return resolved(Tried.CONTRACT.getComponents().getSchemas().get(name));
    }
    return schema.getAllOf() == null ? schema : resolved(schema.getAllOf().get(0));
  }
}

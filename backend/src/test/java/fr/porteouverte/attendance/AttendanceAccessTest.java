package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract that opens a session or its people, asked with the real ids of
 * CAF's session at Moyaux by people who have no business there. Who adds an operation says here
 * what a good request would be.
 */
@QuarkusTest
class AttendanceAccessTest extends AttendanceSuite {
  private static final Set<String> TAGS = Set.of("sessions", "attendance");

  /** What is opened by the secret of a link; tested with the links. */
  private static final Set<String> PUBLIC = Set.of("getSessionLink", "confirmByLink");

  /** It answers what the caller may see, whoever asks; tested below. */
  private static final Set<String> LISTS = Set.of("listSessions");

  private static final Set<String> MANAGERS = Set.of("getSessionReport");

  /** Of the house, not of a partner: refused to its role, before any id is looked at. */
  private static final Set<String> STAFF =
      Set.of(
          "getSessionReport",
          "listVisitsToNote",
          "listSiteVisits",
          "countVisit",
          "listCountedVisits",
          "markCountedVisit",
          "unmarkCountedVisit",
          "getCountedVisitAttendance");

  private static final List<String> TABLES =
      List.of("session", "session_event", "attendance", "booking", "seat", "ticket", "slot");

  @Inject EntityManager database;

  private final Map<String, Object> bodies = new HashMap<>();
  private String ticket;

  @BeforeEach
  void theDayHasBegun() {
    clock.set(NINE.plusSeconds(60));
    fixtures.agent("marie", AgentRole.manager, sees);
    timetable.change(
        "insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
            + " procedure_id, permanence_id, arrived_at) select 'public', "
            + moyaux.id()
            + ", local_date, 'A', 1, 'waiting', 'walkIn', "
            + rsa.id()
            + ", permanence_id, start_at from session where id = "
            + session);
    ticket = "" + timetable.number("select max(id) from ticket");
    timetable.change(
        "insert into attendance (counted, site_id, local_date, visited_at, channel, version,"
            + " outcome, standing, at, actor) select 'aCall', site_id, local_date, start_at,"
            + " 'telephone', 1, 'attended', true, start_at, 'claire' from session where id = "
            + session);
    bodies.put("countVisit", Map.of("channel", "telephone"));
    bodies.put("markCountedVisit", Map.of("outcome", "attended"));
    bodies.put("delaySession", Map.of("minutes", 10));
    bodies.put("handSessionOver", Map.of("agent", "karim"));
    bodies.put("holdSession", Map.of("partnerAttendance", "present"));
    bodies.put("cancelSession", Map.of("reason", "essai"));
    bodies.put("stopSession", Map.of("reason", "essai"));
    bodies.put("markBooking", Map.of("outcome", "attended"));
    bodies.put("markTicket", Map.of("outcome", "attended"));
    bodies.put("bookFollowUp", Map.of("slotId", slots.get(3)));
  }

  @Test
  @TestSecurity(user = "karim", roles = Role.PARTNER)
  void an_agent_of_another_partner_finds_nothing_by_any_id_and_changes_nothing() {
    walk(name -> STAFF.contains(name) ? Set.of(403) : Set.of(404));
    api().get("/sessions?from=2026-11-20").then().statusCode(200).body("items", empty());
    api().get("/bookings/" + jeanne).then().statusCode(404);
    api().get("/bookings/" + jeanne + "/messages").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "drifter", roles = Role.PARTNER)
  void a_partners_agent_without_a_partner_finds_nothing() {
    walk(name -> STAFF.contains(name) ? Set.of(403) : Set.of(404));
    api().get("/sessions?from=2026-11-20").then().statusCode(200).body("items", empty());
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void a_clerk_of_another_house_finds_nothing() {
    walk(name -> MANAGERS.contains(name) ? Set.of(403) : Set.of(404));
    api().get("/sessions?from=2026-11-20").then().statusCode(200).body("items", empty());
  }

  @Test
  @TestSecurity(user = "marie", roles = Role.MANAGER)
  void a_manager_of_another_house_finds_nothing() {
    walk(name -> Set.of(404));
  }

  @Test
  @TestSecurity
  void nobody_without_a_login() {
    walk(name -> Set.of(401));
    api().get("/sessions").then().statusCode(401);
  }

  @Test
  @TestSecurity(user = "karim", roles = Role.PARTNER)
  void an_id_that_does_not_exist_is_answered_like_one_of_another_partner() {
    Response foreign = api().get("/sessions/" + session + "/bookings");
    Response unknown = api().get("/sessions/999999999/bookings");
    assertThat(unknown.statusCode()).isEqualTo(foreign.statusCode());
    assertThat(unknown.<String>path("type")).isEqualTo(foreign.path("type"));
    assertThat(unknown.<String>path("detail")).isEqualTo(foreign.path("detail"));
    Response foreignBooking = mark(jeanne, 0, "absent");
    Response unknownBooking = mark("ACDEFGHJ", 0, "absent");
    assertThat(unknownBooking.<String>path("detail")).isEqualTo(foreignBooking.path("detail"));
  }

  private void walk(Function<String, Set<Integer>> expected) {
    String before = everything();
    OpenAPI contract = new OpenAPIV3Parser().read("../openapi.yaml");
    Set<String> asked = new TreeSet<>();
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          String name = operation.getOperationId();
                          if (belongs(operation)
                              && !PUBLIC.contains(name)
                              && !LISTS.contains(name)) {
                            Response answer = ask(method, path, operation);
                            assertThat(answer.statusCode()).as(name).isIn(expected.apply(name));
                            asked.add(name);
                          }
                        }));
    assertThat(asked).hasSizeGreaterThanOrEqualTo(16);
    assertThat(everything()).isEqualTo(before);
  }

  private static boolean belongs(Operation operation) {
    return operation.getTags() != null && operation.getTags().stream().anyMatch(TAGS::contains);
  }

  private Response ask(PathItem.HttpMethod method, String path, Operation operation) {
    RequestSpecification request = api().header("If-Match", "\"0\"");
    if (operation.getRequestBody() != null) {
      assertThat(bodies)
          .as("a good request of " + operation.getOperationId())
          .containsKey(operation.getOperationId());
      request.contentType(ContentType.JSON).body(bodies.get(operation.getOperationId()));
    }
    return request.request(method.name(), real(path.substring("/api/v1".length())));
  }

  private String real(String path) {
    return path.replace("/sites/{id}", "/sites/" + moyaux.id())
        .replace("/sessions/{id}", "/sessions/" + session)
        .replace("/tickets/{id}", "/tickets/" + ticket)
        .replace("/counted-visits/{id}", "/counted-visits/aCall")
        .replace("{reference}", jeanne);
  }

  private String everything() {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES) {
      rows.add(
          table
              + database
                  .createNativeQuery("select * from " + table + " order by 1, 2", Object[].class)
                  .getResultStream()
                  .map(row -> Arrays.deepToString((Object[]) row))
                  .toList());
    }
    return String.join("\n", rows);
  }
}

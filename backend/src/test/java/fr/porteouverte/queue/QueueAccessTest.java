package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract that belongs to the queue, asked with the real ids of Moyaux by
 * people who have no business there. Who adds an operation says here what a good request would be.
 */
@QuarkusTest
class QueueAccessTest extends QueueSuite {
  private static final Set<String> TAGS = Set.of("queue", "counters", "tickets");

  /** For everybody; what they tell is tested with them. */
  private static final Set<String> PUBLIC =
      Set.of("getBoard", "followBoard", "getSiteStatus", "getOwnTicket");

  private static final Set<String> MANAGERS =
      Set.of(
          "createCounter",
          "changeCounter",
          "deleteCounter",
          "listDevices",
          "changeQueueSettings",
          "createDevice",
          "revokeDevice");

  private static final List<String> TABLES =
      List.of("ticket", "counter", "queue_event", "queue_site", "device_key", "booking", "seat");

  private String waitingTicket;
  private String reference;
  private String device;
  private final Map<String, Object> bodies = new HashMap<>();

  @BeforeEach
  void aDayAtMoyaux() {
    fixtures.agent("marie", AgentRole.manager, sees);
    counters.people(moyaux, passport, 2);
    waitingTicket = "" + timetable.number("select max(id) from ticket");
    device = counters.device(moyaux);
    reference = booked(slots.get(0));
    bodies.put("createTicket", Map.of("procedureId", "" + passport.id()));
    bodies.put("createArrival", Map.of("reference", reference));
    bodies.put("createCounter", Map.of("name", "Guichet 9", "serves", "all"));
    bodies.put("changeCounter", Map.of("name", "Guichet 9", "serves", "all"));
    bodies.put("createDevice", Map.of("name", "Borne 2"));
    bodies.put("callNext", Map.of());
    bodies.put("undoTicket", Map.of("seq", 1));
    bodies.put("changeQueueSettings", Map.of("backOffMinutes", 5, "callsAtMost", 3));
    bodies.put("callTicket", Map.of("counterId", counter, "reason", "essai"));
    bodies.put("transferStranded", Map.of());
    bodies.put("transferTicket", Map.of("procedureId", "" + rsa.id()));
    bodies.put(
        "createLateEntry",
        Map.of(
            "procedureId",
            "" + passport.id(),
            "arrivedAt",
            "2026-11-23T07:30:00+01:00",
            "outcome",
            "left"));
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void a_clerk_of_another_house_finds_nothing_and_changes_nothing() {
    walk(operation -> MANAGERS.contains(operation) ? Set.of(403) : Set.of(404));
  }

  @Test
  @TestSecurity(user = "marie", roles = Role.MANAGER)
  void a_manager_of_another_house_finds_nothing_and_changes_nothing() {
    walk(operation -> Set.of(404));
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partners_agent_may_do_nothing_there() {
    walk(operation -> Set.of(403));
  }

  @Test
  @TestSecurity
  void without_a_login_nothing_is_answered() {
    walk(operation -> Set.of(401));
  }

  @Test
  @TestSecurity(user = "nobody", roles = Role.CLERK)
  void a_clerk_of_no_house_finds_nothing() {
    walk(operation -> MANAGERS.contains(operation) ? Set.of(403) : Set.of(404));
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void an_id_that_does_not_exist_is_answered_like_one_of_another_house() {
    Response foreign = act(waitingTicket, "leave");
    Response unknown = act("999999999", "leave");
    assertThat(unknown.statusCode()).isEqualTo(foreign.statusCode());
    assertThat(unknown.<String>path("detail")).isEqualTo(foreign.path("detail"));
    assertThat(unknown.<String>path("type")).isEqualTo(foreign.path("type"));
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
                          if (belongs(operation) && !PUBLIC.contains(name)) {
                            Response answer = ask(method, path, operation);
                            assertThat(answer.statusCode()).as(name).isIn(expected.apply(name));
                            asked.add(name);
                          }
                        }));
    assertThat(asked).hasSizeGreaterThanOrEqualTo(29);
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
        .replace("/counters/{id}", "/counters/" + counter)
        .replace("/tickets/{id}", "/tickets/" + waitingTicket)
        .replace("/devices/{id}", "/devices/" + device)
        .replace("{departure}", "1")
        .replace("{reference}", reference);
  }

  private String everything() {
    List<String> rows = new ArrayList<>();
    TABLES.forEach(table -> rows.add(table + counters.rows(table)));
    return String.join("\n", rows);
  }
}

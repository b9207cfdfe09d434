package fr.porteouverte.catalogue;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * From an empty database, without the demo, to a booked appointment and a called number: by the API
 * alone, as an admin, a manager, a clerk and a resident, with real tokens.
 */
@QuarkusTest
@TestProfile(AsRun.class)
class FromNothingTest extends ApiTest {

  private RequestSpecification as(String username, String role) {
    return api().auth().oauth2(Bearer.token(username, role));
  }

  private RequestSpecification admin() {
    return as("anne", Role.ADMIN);
  }

  private static byte[] file(String name) {
    try (InputStream file = FromNothingTest.class.getResourceAsStream("/imports/" + name)) {
      return file.readAllBytes();
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static ValidatableResponse post(RequestSpecification who, String path, Object body) {
    return who.contentType(ContentType.JSON).body(body).post(path).then();
  }

  private void anAdminImportsTheNationalFiles() {
    admin()
        .contentType("text/csv")
        .body(file("communes.csv"))
        .post("/imports/communes")
        .then()
        .statusCode(200);
    admin()
        .contentType("text/csv")
        .body(file("sites.csv"))
        .post("/imports/sites")
        .then()
        .statusCode(200);
    String catalogue = admin().get("/catalogue/file").body().asString();
    String digest =
        post(admin(), "/imports/catalogue/preview", catalogue)
            .statusCode(200)
            .extract()
            .path("digest");
    post(admin(), "/imports/catalogue?digest=" + digest, catalogue)
        .statusCode(200)
        .body("counts.created", greaterThan(100));
  }

  private void anAdminEntersAnAgent(String username, String role, String house) {
    post(
            admin(),
            "/agents",
            Map.of(
                "username",
                username,
                "firstName",
                "Prénom",
                "lastName",
                "Nom",
                "assignments",
                List.of(Map.of("role", role, "sites", List.of(house)))))
        .statusCode(201);
  }

  @Test
  void a_resident_books_and_a_number_is_called() {
    fixtures.agent("anne", AgentRole.admin);
    api().get("/partners").then().body("items", hasSize(0));
    api().get("/procedures").then().body("items", hasSize(0));
    anAdminImportsTheNationalFiles();
    String house =
        api().get("/sites?near=14590").path("items.find { it.name == 'Maison de Moyaux' }.id");
    anAdminEntersAnAgent("marc.moyaux", "manager", house);
    anAdminEntersAnAgent("claire.moyaux", "clerk", house);
    String caf = api().get("/partners?q=caf").path("items.find { it.code == 'caf' }.id");
    String rsa = api().get("/procedures?q=rmi").path("items.find { it.code == 'rsa' }.id");
    RequestSpecification manager = as("marc.moyaux", Role.MANAGER);
    String permanence =
        post(
                manager,
                "/permanences",
                Map.ofEntries(
                    Map.entry("siteId", house),
                    Map.entry("partnerId", caf),
                    Map.entry("procedures", List.of(rsa)),
                    Map.entry("rrule", "FREQ=WEEKLY;BYDAY=MO,TU"),
                    Map.entry("firstDate", "2026-11-23"),
                    Map.entry("from", "09:00"),
                    Map.entry("to", "12:00"),
                    Map.entry("mode", "both"),
                    Map.entry("slotMinutes", 45),
                    Map.entry("capacity", 1),
                    Map.entry("noticeMinutes", 0),
                    Map.entry("horizonDays", 28),
                    Map.entry("changeDeadlineMinutes", 0)))
            .statusCode(201)
            .extract()
            .path("id");
    String counter =
        post(
                as("marc.moyaux", Role.MANAGER),
                "/sites/" + house + "/counters",
                Map.of("name", "Caf", "serves", "permanence", "permanenceId", permanence))
            .statusCode(201)
            .extract()
            .path("id");
    String slot =
        api()
            .get("/slots?site=" + house + "&procedure=" + rsa)
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");
    String reference =
        post(
                api(),
                "/bookings",
                Map.of(
                    "slotId", slot,
                    "procedureId", rsa,
                    "visitor",
                        Map.of("firstName", "Odile", "lastName", "Martin", "contactBy", "none")))
            .statusCode(201)
            .extract()
            .path("reference");
    clock.advance(Duration.ofMinutes(115));
    as("claire.moyaux", Role.CLERK).post("/counters/" + counter + "/open").then().statusCode(200);
    post(
            as("claire.moyaux", Role.CLERK),
            "/sites/" + house + "/arrivals",
            Map.of("reference", reference))
        .statusCode(201)
        .body("ticket.number", equalTo("R001"));
    post(as("claire.moyaux", Role.CLERK), "/counters/" + counter + "/next", Map.of())
        .statusCode(200)
        .body("counter.ticket.number", equalTo("R001"))
        .body("counter.ticket.state", equalTo("called"));
  }
}

package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a machine that keeps its messages they are read there, and nothing leaves. */
@QuarkusTest
@Tag("once")
@TestProfile(AsRun.class)
class LocalOutboxTest extends MessageSuite {

  @Test
  void mails_and_texts_are_kept_and_their_links_open_the_booking() {
    JsonPath first = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(1), jeanne("phone", "06 12 34 56 78"));
    dispatcher.run();

    JsonPath kept =
        api()
            .get("/local-outbox")
            .then()
            .statusCode(200)
            .body("items.channel", contains("sms", "email"))
            .body("items[1].to", equalTo("jeanne@example.org"))
            .body("items[1].html", containsString(first.getString("secret")))
            .body("items[1].calendar", containsString("METHOD:PUBLISH"))
            .extract()
            .jsonPath();

    assertThat(kept.getString("items[1].link"))
        .endsWith("/rendez-vous/" + first.getString("reference") + "#" + first.getString("secret"));
    assertThat(Post.mails()).isEmpty();
    assertThat(Post.texts()).isEmpty();
    assertThat(
            timetable.number(
                "select count(*) from local_outbox where text like '%"
                    + first.getString("secret")
                    + "%'"))
        .as("what opens a booking is not in the database")
        .isZero();
  }

  @Test
  @TestSecurity(user = "mireille", roles = Role.MANAGER)
  void one_message_about_several_bookings_opens_each_of_them() {
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    JsonPath nine = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    JsonPath ten = booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", "2026-12-01T00:00:00", "to", "2026-12-02T00:00:00"))
        .post("/sites/" + moyaux.id() + "/closures")
        .then()
        .statusCode(201);
    dispatcher.run();
    String text = "items.find { it.kind == 'cancelledByHouse' }.text";
    api()
        .get("/local-outbox")
        .then()
        .statusCode(200)
        .body(text, containsString(nine.getString("reference") + "#" + nine.getString("secret")))
        .body(text, containsString(ten.getString("reference") + "#" + ten.getString("secret")));
  }

  @Test
  void what_a_proxy_hands_on_is_not_this_machine() {
    for (String header :
        List.of(
            "X-Forwarded-For",
            "x-forwarded-proto",
            "X-Forwarded-Server",
            "Forwarded",
            "Via",
            "X-Real-IP",
            "X-Client-IP",
            "X-Original-Forwarded-For",
            "CF-Connecting-IP",
            "True-Client-IP",
            "CDN-Loop")) {
      api().header(header, "192.0.2.1").get("/local-outbox").then().statusCode(404);
      api().header(header, "127.0.0.1").get("/local-outbox").then().statusCode(404);
    }
    api().header("Host", "maisons.example.org").get("/local-outbox").then().statusCode(404);
  }

  /** nginx as it comes: the name of this machine, no word of whom it asks for, HTTP/1.0. */
  @Test
  void a_proxy_that_adds_nothing_is_known_by_its_http() throws IOException {
    assertThat(first("1.1")).startsWith("HTTP/1.1 200");
    assertThat(first("1.0")).contains(" 404 ");
  }

  private static String first(String version) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /api/v1/local-outbox HTTP/"
                      + version
                      + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}

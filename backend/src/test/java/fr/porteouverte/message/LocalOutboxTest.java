package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Post;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
  void what_a_proxy_hands_on_is_not_this_machine() {
    for (String header : List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP")) {
      api().header(header, "192.0.2.1").get("/local-outbox").then().statusCode(404);
    }
    api().header("Host", "maisons.example.org").get("/local-outbox").then().statusCode(404);
  }
}

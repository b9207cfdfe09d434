package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session of Tuesday falls; CAF is there on Thursday, too. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class CancellationMessagesTest extends MessageSuite {
  private static final String WHY = "L’agente de la CAF est empêchée";

  private List<String> thursday;
  private String session;

  @BeforeEach
  void thereIsAlsoThursday() {
    thursday =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 4, rsa));
    session =
        timetable.text("select cast(session_id as varchar) from slot where id = " + slots.get(0));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private ValidatableResponse fall() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", WHY))
        .post("/sessions/" + session + "/cancellation")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse sheet() {
    return api().get("/sites/" + moyaux.id() + "/call-sheet").then().statusCode(200);
  }

  @Test
  void the_mail_says_why_and_each_other_date_is_a_link_that_proposes_it() {
    JsonPath made = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mails();
    Post.clear();
    fall().body("told", equalTo(1)).body("toCall", equalTo(0));
    clock.set(TUESDAY.minus(Duration.ofDays(7)));

    ReceivedMail mail = mail();

    assertThat(mail.subject()).contains("n’aura pas lieu");
    assertThat(mail.text()).contains(WHY).contains("jeudi 3 décembre 2026 à 9\u00a0h");
    String taking =
        "/rendez-vous/"
            + made.getString("reference")
            + "?creneau="
            + thursday.get(0)
            + "#"
            + made.getString("secret");
    assertThat(mail.text()).contains(taking);
    assertThat(mail.html()).contains(taking);
    assertThat(mail.attached().get(0).content()).contains("METHOD:CANCEL");
    assertThat(timetable.text("select body from outbox where kind = 'cancelledByHouse'"))
        .doesNotContain(made.getString("secret"));
    assertThat(states("reminder")).doesNotContain("waiting");
  }

  @Test
  void a_text_message_leads_to_the_other_dates() {
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    texts();
    Post.clear();
    fall().body("told", equalTo(1));
    clock.set(TUESDAY.minus(Duration.ofDays(7)));
    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0).body()).contains("Autre : http");
  }

  @Test
  void who_takes_another_date_is_told_the_new_one_once_and_reminded_of_it() {
    JsonPath made = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    fall();
    clock.set(TUESDAY.minus(Duration.ofDays(7)));
    mails();
    Post.clear();
    move(made, thursday.get(0)).then().statusCode(200);

    ReceivedMail mail = mail();

    assertThat(mail.subject()).contains("Nouvelle date").contains("jeudi 3 décembre");
    assertThat(mail.attached().get(0).content()).contains("METHOD:PUBLISH");
    assertThat(waiting("reminder")).isEqualTo(1);
    assertThat(waiting("cancelledByHouse")).isZero();
  }

  @Test
  void who_has_a_landline_or_wants_no_message_is_called_and_takes_a_date_on_the_telephone() {
    booked(slots.get(0), jeanne("phone", "02 31 00 00 00"));
    booked(slots.get(1), jeanne("email", "paul@example.org", "contactBy", "none"));
    fall().body("told", equalTo(0)).body("toCall", equalTo(2));
    sheet()
        .body("items", hasSize(2))
        .body("items[0].kind", equalTo("cancelledByHouse"))
        .body("items[0].proposals[0].id", equalTo(thursday.get(0)))
        .body("items[0].tell", containsString(WHY + "."));
    String call = sheet().extract().path("items[0].id");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("result", "moved", "slotId", thursday.get(0)))
        .post("/calls/" + call + "/result")
        .then()
        .statusCode(200)
        .body("state", equalTo("moved"))
        .body("status", equalTo("booked"))
        .body("start", equalTo("2026-12-03T09:00:00+01:00"));
    String other = sheet().extract().path("items.find { it.state == 'waiting' }.id");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("result", "cancelled", "note", "Ne veut plus venir"))
        .post("/calls/" + other + "/result")
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("status", equalTo("cancelled"));
    assertThat(waiting("cancelledByHouse")).isZero();
  }

  @Test
  void a_message_that_comes_back_puts_the_person_on_the_call_sheet_with_proposals() {
    booked(
        slots.get(0),
        jeanne("email", "gone@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    mails();
    fall();
    clock.set(TUESDAY.minus(Duration.ofDays(7)));
    Post.stopMail();
    try (FussyMailServer server =
        new FussyMailServer(
            Post.smtpPort(),
            line ->
                line.startsWith("RCPT")
                    ? "550 5.1.1 no such user"
                    : FussyMailServer.friendly(line))) {
      dispatcher.run();
    }
    Post.startMail();
    sheet()
        .body("items.findAll { it.kind == 'cancelledByHouse' }", hasSize(1))
        .body(
            "items.find { it.kind == 'cancelledByHouse' }.proposals[0].id",
            equalTo(thursday.get(0)));
  }
}

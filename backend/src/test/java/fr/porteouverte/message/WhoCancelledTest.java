package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who cancelled and why, in the words of the mail, the SMS, the call, the page and the calendar.
 * The partner is La Poste; it is named only where it was La Poste.
 */
@QuarkusTest
class WhoCancelledTest extends MessageSuite {
  private JsonPath byMail;
  private String session;

  @BeforeEach
  void threePeopleAreBooked() {
    timetable.change("update partner set name_fr = 'La Poste', name_en = 'La Poste'");
    timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 4, rsa));
    session =
        timetable.text("select cast(session_id as varchar) from slot where id = " + slots.get(0));
    byMail = booked(slots.get(4), jeanne("email", "jeanne@example.org"));
    booked(slots.get(5), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    booked(slots.get(6), jeanne("phone", "02 31 00 00 00"));
    mails();
    Post.clear();
  }

  private void post(String path, Map<String, Object> body, int status) {
    api().contentType(ContentType.JSON).body(body).post(path).then().statusCode(status);
  }

  /** What everybody reads, in every way. */
  private void everywhere(CancellationCause cause, String sentence, String brief) {
    ReceivedMail mail = mail();
    assertThat(mail.text()).contains(sentence);
    assertThat(mail.html()).contains(sentence.replace("'", "&#39;"));
    String sms = Post.texts().get(0).body();
    assertThat(sms).contains(brief);
    String call =
        timetable.text(
            "select cast(min(id) as varchar) from outbox where channel = 'call' and kind ="
                + " 'cancelledByHouse'");
    String tell =
        api()
            .get("/sites/" + moyaux.id() + "/call-sheet")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.id == '" + call + "' }.tell");
    assertThat(tell).contains(sentence);
    JsonPath page =
        api()
            .header("Booking-Secret", byMail.getString("secret"))
            .get("/bookings/" + byMail.getString("reference"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(page.getString("cancelledByHouse.cause")).isEqualTo(cause.name());
    var event = ReadBack.events(mail.attached().get(0).content()).get(0);
    assertThat(ReadBack.value(event, "SUMMARY")).isEqualTo("Annulé : Démarche rsa");
    assertThat(ReadBack.value(event, "DESCRIPTION")).startsWith(sentence);
    if (!sentence.contains("La Poste")) {
      for (String said : List.of(sms, tell, ReadBack.value(event, "DESCRIPTION"))) {
        assertThat(said).doesNotContain("par La Poste", "La Poste a");
      }
    }
  }

  @Test
  @TestSecurity(user = "mireille", roles = Role.MANAGER)
  void a_closed_house_is_a_closed_house() {
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    post(
        "/sites/" + moyaux.id() + "/closures",
        Map.of("from", "2026-12-01T00:00:00", "to", "2026-12-02T00:00:00", "reason", "Inventaire"),
        201);
    everywhere(
        CancellationCause.closure,
        "La maison sera fermée à ce moment-là. Inventaire.",
        "maison fermée, Moyaux");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_cancels_in_the_name_of_the_house() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    post("/sessions/" + session + "/cancellation", Map.of("reason", "Panne"), 200);
    everywhere(
        CancellationCause.house,
        "La permanence a été annulée par la maison. Panne.",
        "annulé par la maison, Moyaux");
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void a_partner_cancels_in_their_own_name() {
    fixtures.partnerAgent("paul", caf);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    post("/sessions/" + session + "/cancellation", Map.of("reason", "Malade"), 200);
    ReceivedMail mail = mail();
    assertThat(mail.text()).contains("La permanence a été annulée par La Poste. Malade.");
    assertThat(Post.texts().get(0).body()).contains("annulé par La Poste, Moyaux");
    assertThat(mail.attached().get(0).content())
        .contains("DESCRIPTION:La permanence a été annulée par La Poste. Malade.");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void who_leaves_before_the_end_is_said_to_leave() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    clock.set(TUESDAY.plus(Duration.ofMinutes(30)));
    post("/sessions/" + session + "/stop", Map.of("reason", "Neige"), 200);
    everywhere(
        CancellationCause.leaving,
        "La Poste part plus tôt ce jour-là. Neige.",
        "La Poste part plus t");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void an_english_reader_hears_the_same() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    booked(slots.get(7), jeanne("email", "jane@example.org", "language", "en"));
    mails();
    Post.clear();
    post("/sessions/" + session + "/cancellation", Map.of("reason", "Panne"), 200);
    ReceivedMail english =
        mails().stream().filter(mail -> mail.to().startsWith("jane@")).findFirst().orElseThrow();
    assertThat(english.text()).contains("The session has been cancelled by the house. Panne.");
    assertThat(
            ReadBack.value(ReadBack.events(english.attached().get(0).content()).get(0), "SUMMARY"))
        .isEqualTo("Cancelled: Procedure rsa");
  }
}

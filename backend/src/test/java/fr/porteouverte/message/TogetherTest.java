package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.FussyMailServer;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who loses several appointments of one day in one house hears of all of them once. */
@TestSecurity(
    user = "mireille",
    roles = {Role.MANAGER, Role.CLERK})
@QuarkusTest
class TogetherTest extends MessageSuite {
  private List<String> thursday;

  @BeforeEach
  void thereIsAlsoThursday() {
    thursday =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 4, rsa));
    fixtures.agent("mireille", AgentRole.manager, moyaux);
  }

  private void closed(Site house, String from, String to) {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", from, "to", to, "reason", "Inventaire"))
        .post("/sites/" + house.id() + "/closures")
        .then()
        .statusCode(201);
  }

  private void closedAllDay() {
    closed(moyaux, "2026-12-01T00:00:00", "2026-12-02T00:00:00");
  }

  private void silence() {
    mails();
    Post.clear();
  }

  @Test
  void one_mail_names_both_with_a_link_to_each_other_date_and_nobody_else_is_in_it() {
    JsonPath nine = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    JsonPath ten = booked(slots.get(2), jeanne("email", "Jeanne@example.org", "firstName", "Paul"));
    booked(slots.get(4), jeanne("email", "other@example.org", "firstName", "Karim"));
    silence();
    closedAllDay();

    List<ReceivedMail> mails = mails();

    assertThat(mails)
        .extracting(ReceivedMail::to)
        .containsExactlyInAnyOrder("jeanne@example.org", "other@example.org");
    ReceivedMail mail = to(mails, "jeanne@example.org");
    assertThat(mail.subject())
        .isEqualTo("Vos 2 rendez-vous du mardi 1er décembre n’auront pas lieu, Moyaux");
    for (String said : List.of(mail.text(), mail.html())) {
      assertThat(said)
          .contains("de 9\u00a0h à 9\u00a0h\u00a030", "de 10\u00a0h à 10\u00a0h\u00a030", "Paul")
          .containsPattern(taking(nine))
          .containsPattern(taking(ten))
          .contains("La maison sera fermée à ce moment-là. Inventaire.")
          .doesNotContain("Karim", "{");
    }
    assertThat(mail.attached())
        .extracting(ReceivedMail.Attached::name)
        .containsExactly("rendez-vous.ics", "rendez-vous-2.ics");
    assertThat(mail.attached())
        .allSatisfy(
            file -> {
              assertThat(file.content()).contains("METHOD:CANCEL");
              assertThat(ReadBack.events(file.content())).hasSize(1);
            });
    assertThat(states("cancelledByHouse")).isEqualTo("email:sent email:sent email:sent");
    assertThat(timetable.text("select string_agg(body, ' ') from outbox"))
        .doesNotContain(nine.getString("secret"), ten.getString("secret"));
    assertThat(to(mails, "other@example.org").text()).doesNotContain("Vos 2");
    assertThat(mails()).as("nothing goes again").hasSize(2);
  }

  private static String taking(JsonPath booking) {
    return "/rendez-vous/"
        + booking.getString("reference")
        + "\\?creneau=\\d+#"
        + booking.getString("secret");
  }

  private static ReceivedMail to(List<ReceivedMail> mails, String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).findFirst().orElseThrow();
  }

  @Test
  void one_text_message_names_both_with_a_link_to_each() {
    JsonPath nine = booked(slots.get(0), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    JsonPath ten = booked(slots.get(2), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    silence();
    closedAllDay();
    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0).body())
        .contains("\"2 RDV du ")
        .contains("maison fermée, Moyaux. Autre date : 9 h http", " 10 h http")
        .contains(nine.getString("reference") + "#" + nine.getString("secret"))
        .contains(ten.getString("reference") + "#" + ten.getString("secret"));
    assertThat(states("cancelledByHouse")).isEqualTo("sms:sent sms:sent");
    assertThat(
            timetable.number("select count(segments) from outbox where kind = 'cancelledByHouse'"))
        .as("what it cost is counted once")
        .isEqualTo(1);
  }

  @Test
  void two_closures_that_were_told_one_after_the_other_are_two_mails() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(4), jeanne("email", "jeanne@example.org"));
    silence();
    closed(moyaux, "2026-12-01T09:00:00", "2026-12-01T10:00:00");
    assertThat(mails()).hasSize(1);
    closed(moyaux, "2026-12-01T10:30:00", "2026-12-01T13:00:00");
    assertThat(mails()).hasSize(2).allMatch(mail -> !mail.subject().contains("Vos 2"));
  }

  @Test
  void two_closures_of_one_day_that_wait_for_the_morning_are_one_mail() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(4), jeanne("email", "jeanne@example.org"));
    silence();
    clock.set(TUESDAY.minus(Duration.ofDays(6)).plus(Duration.ofHours(13)));
    closed(moyaux, "2026-12-01T09:00:00", "2026-12-01T10:00:00");
    closed(moyaux, "2026-12-01T10:30:00", "2026-12-01T13:00:00");
    assertThat(mails()).as("it is 22 h").isEmpty();
    clock.set(TUESDAY.minus(Duration.ofDays(5)));
    assertThat(mail().subject()).startsWith("Vos 2 rendez-vous");
  }

  @Test
  void two_houses_and_two_days_are_told_apart() {
    Site sees = fixtures.site("Sées");
    fixtures.agent("mireille2", AgentRole.manager, sees);
    timetable.change(
        "insert into assignment (agent_id, role, site_id) select id, 'manager', "
            + sees.id()
            + " from agent where username = 'mireille'");
    List<String> atSees =
        timetable.add(Timetable.Session.of(sees, caf, TUESDAY.plus(Duration.ofHours(2)), 4, rsa));
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(atSees.get(0), jeanne("email", "jeanne@example.org"));
    booked(thursday.get(0), jeanne("email", "jeanne@example.org"));
    silence();
    closed(moyaux, "2026-12-01T00:00:00", "2026-12-04T00:00:00");
    closed(sees, "2026-12-01T00:00:00", "2026-12-02T00:00:00");
    assertThat(mails()).hasSize(3).allMatch(mail -> !mail.subject().startsWith("Vos"));
  }

  @Test
  void who_took_another_date_meanwhile_is_told_of_the_one_that_is_left() {
    JsonPath nine = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    booked(slots.get(4), jeanne("email", "jeanne@example.org"));
    silence();
    clock.set(TUESDAY.minus(Duration.ofDays(6)).plus(Duration.ofHours(13)));
    closedAllDay();
    move(nine, thursday.get(0)).then().statusCode(200);
    clock.set(TUESDAY.minus(Duration.ofDays(5)));
    List<ReceivedMail> mails = mails();
    assertThat(mails).extracting(ReceivedMail::subject).anyMatch(s -> s.startsWith("Vos 2"));
    assertThat(mails).hasSize(2);
  }

  @Test
  void whose_address_was_put_right_meanwhile_is_written_to_by_themself() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    silence();
    clock.set(TUESDAY.minus(Duration.ofDays(6)).plus(Duration.ofHours(13)));
    closedAllDay();
    timetable.change(
        "update booking set email = 'paul@example.org' where slot_id = " + slots.get(2));
    clock.set(TUESDAY.minus(Duration.ofDays(5)));
    dispatcher.run();
    assertThat(mails())
        .extracting(ReceivedMail::to)
        .containsExactlyInAnyOrder("jeanne@example.org", "paul@example.org");
  }

  @Test
  void a_mail_that_is_refused_goes_on_as_one_text_message() {
    for (int slot : new int[] {0, 2}) {
      booked(
          slots.get(slot),
          jeanne("email", "gone@example.org", "phone", "06 12 34 56 78", "contactBy", "email"));
    }
    silence();
    closedAllDay();
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
    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0).body()).contains("\"2 RDV du ");
    assertThat(states("cancelledByHouse"))
        .isEqualTo("email:refused email:refused sms:sent sms:sent");
  }

  @Test
  void a_mail_that_fails_for_a_while_is_still_one_mail() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    silence();
    closedAllDay();
    Post.stopMail();
    dispatcher.run();
    Post.startMail();
    clock.advance(Duration.ofHours(2));
    assertThat(mail().subject()).startsWith("Vos 2 rendez-vous");
    assertThat(states("cancelledByHouse")).isEqualTo("email:sent email:sent");
  }

  @Test
  void an_undelivered_text_puts_both_on_the_call_sheet() {
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    booked(slots.get(2), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    silence();
    closedAllDay();
    assertThat(texts()).hasSize(1);
    api()
        .header("Authorization", "Bearer " + Post.RECEIPT_TOKEN)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "reference",
                timetable.text(
                    "select cast(uid as varchar) from outbox where kind = 'cancelledByHouse' order"
                        + " by id limit 1"),
                "status",
                "undelivered"))
        .post("/sms-receipts")
        .then()
        .statusCode(204);
    assertThat(states("cancelledByHouse"))
        .isEqualTo("sms:bounced sms:bounced call:waiting call:waiting");
  }

  @Test
  void many_workers_at_once_send_each_of_them_once() throws Exception {
    for (int slot = 0; slot < 8; slot++) {
      booked(slots.get(slot), jeanne("email", "person" + slot / 2 + "@example.org"));
    }
    silence();
    closedAllDay();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> worker =
          () -> {
            dispatcher.run();
            return null;
          };
      for (var done : workers.invokeAll(IntStream.range(0, 4).mapToObj(i -> worker).toList())) {
        done.get();
      }
    } finally {
      workers.shutdown();
    }
    assertThat(mails()).hasSize(4).allMatch(mail -> mail.subject().startsWith("Vos 2"));
  }
}

package fr.porteouverte.message.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.outbox.Dispatcher;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners are asked whether they come, by mails whose link really confirms. */
@QuarkusTestResource(Post.class)
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class RollCallsTest extends ApiTest {
  /** Friday 11 December 2026, 9 h in Paris: in 18 days. */
  static final Instant START = TestClock.MONDAY.plus(Duration.ofDays(18)).plus(Duration.ofHours(1));

  static final Instant A_WEEK_BEFORE = START.minus(Duration.ofDays(7));
  static final Instant DEADLINE = START.minus(Duration.ofHours(48));

  private static final Pattern LINK = Pattern.compile("/seance/([0-9a-f-]{36})#(\\S+)");

  @Inject Timetable timetable;
  @Inject Dispatcher dispatcher;
  @Inject RollCalls rollCalls;

  private Partner caf;
  private String session;

  @BeforeEach
  void cafComesToMoyaux() {
    Post.clear();
    Site moyaux = fixtures.site("Moyaux");
    caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    String slot = timetable.add(Timetable.Session.of(moyaux, caf, START, 4, rsa)).get(0);
    session = "" + timetable.number("select max(id) from session");
    fixtures.agentOf(caf, "sophie", "Sophie", "sophie@caf.example");
    fixtures.agentOf(caf, "paul", "Paul", null);
    fixtures.agentOf(fixtures.partner("france-travail"), "karim", "Karim", "karim@travail.example");
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "Lefèvre")))
        .post("/bookings")
        .then()
        .statusCode(201);
  }

  /** The mails that came once everything that is due then was written and sent. */
  private List<ReceivedMail> mailsAt(Instant instant) {
    clock.set(instant);
    rollCalls.run();
    dispatcher.run();
    return Post.mails().stream().map(ReceivedMail::of).toList();
  }

  private Response link(ReceivedMail mail, String method) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    return api()
        .header("Link-Secret", link.group(2))
        .request(
            method,
            "/session-links/" + link.group(1) + (method.equals("POST") ? "/confirmation" : ""));
  }

  private String states() {
    return timetable.text(
        "select coalesce(string_agg(kind || ':' || state, ' ' order by id), '') from outbox where"
            + " kind in ('rollCall', 'rollCallReminder', 'handedOver')");
  }

  private String state() {
    return timetable.text("select state from session where id = " + session);
  }

  @Test
  void a_week_before_a_mail_comes_in_both_languages_and_its_link_confirms_once() {
    assertThat(mailsAt(A_WEEK_BEFORE.minusSeconds(1))).isEmpty();
    ReceivedMail mail = mailsAt(A_WEEK_BEFORE).get(0);
    assertThat(Post.mails()).hasSize(1);
    assertThat(mail.to()).isEqualTo("sophie@caf.example");
    assertThat(mail.subject())
        .isEqualTo("Serez-vous là ? caf (fr), Moyaux, le vendredi 11 décembre à 9\u00a0h");
    assertThat(mail.text())
        .contains("Bonjour Sophie,", "Hello Sophie,", "Rendez-vous pris : 1")
        .contains("À confirmer avant : mercredi 9 décembre 2026 à 9\u00a0h")
        .doesNotContain("Jeanne", "Lefèvre");
    assertThat(mail.html()).contains("Voir et confirmer", "Look and confirm");

    link(mail, "GET").then().statusCode(200).body("state", equalTo("open"));
    assertThat(state()).isEqualTo("planned");
    link(mail, "POST").then().statusCode(200).body("confirmed", equalTo(true));
    assertThat(state()).isEqualTo("confirmed");
    link(mail, "POST").then().statusCode(409).body("type", equalTo("/problems/link-used"));
    assertThat(mailsAt(DEADLINE)).as("no reminder of what is confirmed").hasSize(1);
  }

  @Test
  void who_does_not_answer_is_reminded_once_at_the_deadline() {
    mailsAt(A_WEEK_BEFORE);
    assertThat(mailsAt(A_WEEK_BEFORE.plusSeconds(3600))).hasSize(1);
    List<ReceivedMail> mails = mailsAt(DEADLINE);
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).subject()).startsWith("Séance non confirmée : Moyaux");
    assertThat(mailsAt(DEADLINE.plusSeconds(7200))).hasSize(2);
    link(mails.get(1), "POST").then().statusCode(200);
    assertThat(state()).isEqualTo("confirmed");
    assertThat(states()).isEqualTo("rollCall:sent rollCallReminder:sent");
  }

  @Test
  void what_is_decided_before_the_mail_goes_stops_it() {
    clock.set(A_WEEK_BEFORE.minus(Duration.ofHours(12)));
    rollCalls.run();
    assertThat(states()).isEqualTo("rollCall:waiting");
    api().post("/sessions/" + session + "/confirmation").then().statusCode(200);
    assertThat(states()).isEqualTo("rollCall:superseded");
    assertThat(mailsAt(A_WEEK_BEFORE)).isEmpty();
    api().delete("/sessions/" + session + "/confirmation").then().statusCode(200);
    assertThat(mailsAt(A_WEEK_BEFORE.plusSeconds(60))).as("asked anew").hasSize(1);
  }

  @Test
  void a_cancelled_session_asks_nobody() {
    clock.set(A_WEEK_BEFORE.minus(Duration.ofHours(12)));
    rollCalls.run();
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Malade"))
        .post("/sessions/" + session + "/cancellation")
        .then()
        .statusCode(200);
    assertThat(mailsAt(DEADLINE)).isEmpty();
    assertThat(states()).isEqualTo("rollCall:superseded");
  }

  @Test
  void at_night_nobody_is_asked() {
    timetable.change("update permanence set confirm_hours = 36");
    // 36 hours before 9 h it is 21 h.
    Instant evening = START.minus(Duration.ofHours(36));
    Duration untilMorning = Duration.ofHours(11);
    assertThat(mailsAt(evening.minus(RollCallPlan.BEFORE_DEADLINE))).isEmpty();
    assertThat(mailsAt(evening.minus(RollCallPlan.BEFORE_DEADLINE).plus(untilMorning))).hasSize(1);
    assertThat(mailsAt(evening)).hasSize(1);
    assertThat(mailsAt(evening.plus(untilMorning))).hasSize(2);
  }

  @Test
  void a_colleague_to_whom_the_session_is_handed_hears_of_it_and_is_the_one_who_is_asked() {
    fixtures.agentOf(caf, "lea", "Léa", "lea@caf.example");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("agent", "lea"))
        .post("/sessions/" + session + "/handover")
        .then()
        .statusCode(200);
    dispatcher.run();
    ReceivedMail told = ReceivedMail.of(Post.mails().get(0));
    assertThat(told.to()).isEqualTo("lea@caf.example");
    assertThat(told.subject()).startsWith("Une séance vous est confiée : Moyaux");
    List<ReceivedMail> mails = mailsAt(A_WEEK_BEFORE);
    assertThat(mails)
        .extracting(ReceivedMail::to)
        .containsExactly("lea@caf.example", "lea@caf.example");
    link(mails.get(1), "POST").then().statusCode(200);
    assertThat(timetable.text("select agent from session where id = " + session)).isEqualTo("lea");
  }

  @Test
  void whoever_came_the_time_before_is_asked_first() {
    fixtures.agentOf(caf, "lea", "Léa", "lea@caf.example");
    timetable.change(
        "insert into session (permanence_id, site_id, local_date, start_at, end_at, state, agent)"
            + " select permanence_id, site_id, date '2026-12-04', timestamp with time zone"
            + " '2026-12-04 08:00:00+00', timestamp with time zone '2026-12-04 10:00:00+00',"
            + " 'held', 'lea' from session where id = "
            + session);
    assertThat(mailsAt(A_WEEK_BEFORE.plusSeconds(7200)))
        .extracting(ReceivedMail::to)
        .containsExactly("lea@caf.example");
  }

  @Test
  void a_session_that_cannot_be_asked_about_does_not_keep_the_others_from_being_asked() {
    Site sees = fixtures.site("Sées");
    Partner travail = fixtures.partner("caisse");
    Procedure job = fixtures.procedure("emploi", travail, 30);
    timetable.add(Timetable.Session.of(sees, travail, START.minusSeconds(1800), 1, job));
    fixtures.agentOf(travail, "nadia", "Nadia", "nadia@caisse.example");
    // A zone that nobody knows: whatever is computed for that house fails.
    timetable.change("update site set zone = 'Nowhere/Else' where id = " + sees.id());
    assertThat(mailsAt(A_WEEK_BEFORE))
        .extracting(ReceivedMail::to)
        .containsExactly("sophie@caf.example");
  }

  @Test
  void a_session_that_the_calendar_took_away_meanwhile_is_no_fault() {
    long gone = timetable.number("select max(id) from session") + 1;
    QuarkusTransaction.requiringNew().run(() -> rollCalls.ask(gone, A_WEEK_BEFORE));
    assertThat(mailsAt(A_WEEK_BEFORE)).hasSize(1);
  }
}

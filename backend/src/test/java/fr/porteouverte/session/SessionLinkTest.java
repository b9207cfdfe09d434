package fr.porteouverte.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link confirms one session once, and says why when it does not. */
@QuarkusTest
class SessionLinkTest extends SessionSuite {
  @Inject SessionLinks links;
  @Inject Sessions sessions;
  @Inject Transactions transactions;

  private UUID link(String session, String agent) {
    return transactions.call(
        () -> links.ensure(sessions.findById(Long.parseLong(session)), agent, clock.now()));
  }

  private Response look(UUID link, String secret) {
    return api().header("Link-Secret", secret).get("/session-links/{id}", link);
  }

  private Response look(UUID link) {
    return look(link, links.secret(link));
  }

  private Response use(UUID link) {
    return api()
        .header("Link-Secret", links.secret(link))
        .post("/session-links/{id}/confirmation", link);
  }

  @Test
  void looking_changes_nothing_and_the_button_confirms_once() {
    book(slots.get(0)).then().statusCode(201);
    UUID link = link(atMoyaux, "sophie");
    for (int i = 0; i < 3; i++) {
      look(link)
          .then()
          .statusCode(200)
          .body("state", equalTo("open"))
          .body("confirmed", equalTo(false))
          .body("start", equalTo("2026-11-27T09:00:00+01:00"))
          .body("siteName", equalTo("Moyaux"))
          .body("partnerName.fr", equalTo("caf (fr)"))
          .body("booked", equalTo(1))
          .body("agent", equalTo("Sophie"))
          .body("$", not(hasKey("items")));
    }
    assertThat(state(atMoyaux)).isEqualTo("planned");
    use(link)
        .then()
        .statusCode(200)
        .body("state", equalTo("used"))
        .body("confirmed", equalTo(true));
    assertThat(state(atMoyaux)).isEqualTo("confirmed");
    use(link).then().statusCode(409).body("type", equalTo("/problems/link-used"));
    look(link).then().body("state", equalTo("used")).body("confirmed", equalTo(true));
    assertThat(timetable.text("select actor || ':' || origin || ':' || kind from session_event"))
        .isEqualTo("sophie:link:confirmed");
    assertThat(timetable.text("select agent from session where id = " + atMoyaux))
        .isEqualTo("sophie");
  }

  @Test
  void a_wrong_secret_and_an_unknown_link_are_one_404() {
    UUID link = link(atMoyaux, "sophie");
    for (Response answer :
        List.of(
            look(link, "A".repeat(24)),
            look(UUID.randomUUID(), links.secret(link)),
            api().get("/session-links/{id}", link),
            api().header("Link-Secret", "x").get("/session-links/no-uuid"),
            api().header("Link-Secret", "x").post("/session-links/{id}/confirmation", link))) {
      answer.then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }
    assertThat(state(atMoyaux)).isEqualTo("planned");
  }

  @Test
  void two_uses_of_one_link_at_once_are_one() {
    UUID link = link(atMoyaux, "sophie");
    List<Integer> answers =
        Together.run(List.of(() -> use(link).statusCode(), () -> use(link).statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(timetable.number("select count(*) from session_event")).isEqualTo(1);
  }

  @Test
  void an_expired_link_changes_nothing_and_says_so() {
    UUID link = link(atMoyaux, "sophie");
    clock.set(FRIDAY);
    look(link).then().body("state", equalTo("expired"));
    use(link).then().statusCode(409).body("type", equalTo("/problems/link-expired"));
    clock.set(FRIDAY.plus(Duration.ofHours(3)));
    look(link).then().body("state", equalTo("over"));
    use(link).then().statusCode(409).body("type", equalTo("/problems/link-over"));
    assertThat(state(atMoyaux)).isEqualTo("planned");
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void of_a_cancelled_session_a_link_changes_nothing_and_says_so() {
    UUID link = link(atMoyaux, "sophie");
    command(atMoyaux, "cancellation", Map.of("reason", "Malade")).then().statusCode(200);
    look(link).then().body("state", equalTo("cancelled")).body("confirmed", equalTo(false));
    use(link).then().statusCode(409).body("type", equalTo("/problems/link-cancelled"));
    assertThat(state(atMoyaux)).isEqualTo("cancelled");
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_link_and_a_cancellation_at_once_never_leave_a_confirmed_session() {
    UUID link = link(atMoyaux, "sophie");
    List<Integer> answers =
        Together.run(
            List.of(
                () -> use(link).statusCode(),
                () -> command(atMoyaux, "cancellation", Map.of("reason", "Malade")).statusCode()));
    assertThat(answers.get(0)).isIn(200, 409);
    assertThat(answers.get(1)).isEqualTo(200);
    assertThat(state(atMoyaux)).isEqualTo("cancelled");
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void when_a_colleague_confirmed_already_the_link_is_used_up_and_nothing_else_happens() {
    UUID link = link(atMoyaux, "sophie");
    command(atMoyaux, "confirmation").then().statusCode(200);
    look(link).then().body("state", equalTo("open")).body("confirmed", equalTo(true));
    use(link).then().statusCode(200).body("state", equalTo("used"));
    assertThat(timetable.number("select count(*) from session_event")).isEqualTo(1);
    assertThat(timetable.text("select agent from session where id = " + atMoyaux))
        .isEqualTo("paul");
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_link_that_was_used_is_replaced_and_never_opens_again() {
    UUID first = link(atMoyaux, "sophie");
    assertThat(link(atMoyaux, "sophie")).isEqualTo(first);
    use(first).then().statusCode(200);
    api().delete("/sessions/" + atMoyaux + "/confirmation").then().statusCode(200);
    use(first).then().statusCode(409).body("type", equalTo("/problems/link-used"));
    UUID second = link(atMoyaux, "sophie");
    assertThat(second).isNotEqualTo(first);
    look(first).then().statusCode(404);
    use(second).then().statusCode(200);
  }

  @Test
  void who_left_the_partner_has_a_link_to_nothing() {
    UUID link = link(atMoyaux, "sophie");
    timetable.change(
        "update agent set partner_id = " + travail.id() + " where username = 'sophie'");
    look(link).then().statusCode(404);
    use(link).then().statusCode(404);
    assertThat(state(atMoyaux)).isEqualTo("planned");
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void after_a_handover_only_the_colleagues_link_confirms() {
    UUID sophies = link(atMoyaux, "sophie");
    command(atMoyaux, "handover", Map.of("agent", "paul")).then().statusCode(200);
    look(sophies).then().statusCode(200).body("state", equalTo("handedOver"));
    use(sophies).then().statusCode(409).body("type", equalTo("/problems/link-handed-over"));
    assertThat(state(atMoyaux)).isEqualTo("planned");
    use(link(atMoyaux, "paul")).then().statusCode(200);
    assertThat(timetable.text("select agent from session where id = " + atMoyaux))
        .isEqualTo("paul");
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void what_is_handed_back_is_confirmed_by_the_first_link_again() {
    UUID link = link(atMoyaux, "sophie");
    command(atMoyaux, "handover", Map.of("agent", "paul")).then().statusCode(200);
    use(link).then().statusCode(409);
    command(atMoyaux, "handover", Map.of("agent", "sophie")).then().statusCode(200);
    look(link).then().body("state", equalTo("open"));
    use(link).then().statusCode(200).body("confirmed", equalTo(true));
  }

  @Test
  void a_session_that_moves_to_later_that_day_leaves_the_link_open_until_then() {
    UUID link = link(atMoyaux, "sophie");
    timetable.change(
        "update session set start_at = timestamp with time zone '2026-11-27 12:00:00+00',"
            + " end_at = timestamp with time zone '2026-11-27 14:00:00+00' where id = "
            + atMoyaux);
    clock.set(FRIDAY.plusSeconds(60));
    look(link(atMoyaux, "sophie")).then().body("state", equalTo("open"));
    use(link).then().statusCode(200);
    assertThat(state(atMoyaux)).isEqualTo("confirmed");
  }

  @Test
  void of_a_session_that_left_the_calendar_a_link_says_that_it_does_not_take_place() {
    Permanence tuesdays =
        fixtures.permanence(sees, caf, rsa).rrule("FREQ=WEEKLY;BYDAY=TU").materialised();
    String ofTuesdays = "select min(id) from session where permanence_id = " + tuesdays.id();
    String first = "" + timetable.number(ofTuesdays);
    UUID link = link(first, "sophie");
    timetable.change(
        "update permanence set rrule = 'FREQ=WEEKLY;BYDAY=TH' where id = " + tuesdays.id());
    fixtures.rows(tuesdays.id());
    assertThat("" + timetable.number(ofTuesdays)).isEqualTo(first);
    look(link).then().statusCode(200).body("state", equalTo("cancelled"));
    use(link).then().statusCode(409).body("type", equalTo("/problems/link-cancelled"));
    assertThat(
            timetable.number(
                "select count(*) from session where withdrawn and permanence_id = "
                    + tuesdays.id()))
        .as("what nobody has a link to is simply gone")
        .isEqualTo(1);
  }
}

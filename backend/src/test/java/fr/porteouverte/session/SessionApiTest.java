package fr.porteouverte.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a partner's agent, and staff of the house, see of sessions and say about them. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class SessionApiTest extends SessionSuite {
  @Inject SessionService service;
  @Inject Transactions transactions;

  @Test
  void a_partners_agent_sees_the_partners_sessions_in_all_houses_and_no_other() {
    book(slots.get(1)).then().statusCode(201);
    api()
        .get("/sessions")
        .then()
        .statusCode(200)
        .body("items.id", contains(atMoyaux, atSees))
        .body("items[0].site.name", equalTo("Moyaux"))
        .body("items[0].date", equalTo("2026-11-27"))
        .body("items[0].start", equalTo("2026-11-27T09:00:00+01:00"))
        .body("items[0].confirmBy", equalTo("2026-11-25T09:00:00+01:00"))
        .body("items[0].booked", equalTo(1))
        .body("items[0].places", equalTo(4))
        .body("items[0].unconfirmed", equalTo(false))
        .body("items[0].agent", nullValue())
        .body("items[0].actions", containsInAnyOrder("confirm", "delay", "handOver", "cancel"));
    api().get("/sessions?site=" + sees.id()).then().body("items.id", contains(atSees));
    api().get("/sessions?from=2026-11-28").then().body("items.id", contains(atSees));
    api().get("/sessions?to=2026-11-28").then().body("items.id", contains(atMoyaux));
    api().get("/sessions?partner=" + caf.id()).then().body("items.id", contains(atMoyaux, atSees));
    api().get("/sessions?partner=" + travail.id()).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_see_every_session_of_their_houses_and_no_other() {
    api().get("/sessions").then().body("items.id", contains(atMoyaux, ofTravail));
    api().get("/sessions?partner=" + travail.id()).then().body("items.id", contains(ofTravail));
    api().get("/sessions?site=" + sees.id()).then().statusCode(404);
    api().get("/sessions/" + atSees).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void an_admin_sees_all_page_by_page() {
    String next =
        api()
            .get("/sessions?limit=2")
            .then()
            .body("items.id", contains(atMoyaux, ofTravail))
            .extract()
            .path("nextCursor");
    api()
        .queryParam("cursor", next)
        .get("/sessions?limit=2")
        .then()
        .body("items.id", contains(atSees))
        .body("nextCursor", nullValue());
    api().get("/sessions?cursor=AAAA").then().statusCode(400);
  }

  @Test
  void a_day_that_is_none_and_too_many_days_are_refused_at_once() {
    api().get("/sessions?from=soon").then().statusCode(400).body("errors.field", contains("from"));
    api()
        .get("/sessions?from=2026-11-01&to=2027-11-01")
        .then()
        .statusCode(400)
        .body("errors.field", contains("to"));
    api().get("/sessions?unconfirmed=perhaps").then().statusCode(400);
    api()
        .get("/sessions?site=x&partner=0")
        .then()
        .statusCode(400)
        .body("errors.field", contains("site", "partner"));
  }

  @Test
  void after_the_deadline_a_session_that_nobody_confirmed_is_unconfirmed_and_never_before() {
    clock.set(DEADLINE.minusSeconds(1));
    api().get("/sessions?unconfirmed=true").then().body("items", empty());
    clock.set(DEADLINE);
    api()
        .get("/sessions?unconfirmed=true")
        .then()
        .body("items.id", contains(atMoyaux))
        .body("items[0].unconfirmed", equalTo(true))
        .body("items[0].partnerAttendance", nullValue());
    clock.set(FRIDAY.plus(Duration.ofDays(2)));
    api().get("/sessions/" + atMoyaux).then().body("unconfirmed", equalTo(true));
    api()
        .get("/sessions?unconfirmed=true&from=2026-11-23")
        .then()
        .body("items.id", hasItem(atMoyaux));
  }

  @Test
  void one_tap_confirms_and_another_takes_it_back_while_the_session_has_not_begun() {
    String tag =
        command(atMoyaux, "confirmation")
            .then()
            .statusCode(200)
            .body("state", equalTo("confirmed"))
            .body("agent.firstName", equalTo("Sophie"))
            .body("actions", hasItem("unconfirm"))
            .extract()
            .header("ETag");
    assertThat(tag)
        .isEqualTo(api().get("/sessions/" + atMoyaux).header("ETag"))
        .isNotEqualTo("\"0\"");
    command(atMoyaux, "confirmation")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/session-action-not-allowed"))
        .body("allowed", not(hasItem("confirm")));
    clock.set(DEADLINE.plusSeconds(1));
    api().get("/sessions?unconfirmed=true").then().body("items", empty());
    api()
        .header("If-Match", "\"0\"")
        .delete("/sessions/" + atMoyaux + "/confirmation")
        .then()
        .statusCode(412);
    api()
        .header("If-Match", tag)
        .delete("/sessions/" + atMoyaux + "/confirmation")
        .then()
        .statusCode(200)
        .body("state", equalTo("planned"))
        .body("unconfirmed", equalTo(true));
    command(atMoyaux, "confirmation").then().statusCode(200);
    clock.set(FRIDAY);
    api().delete("/sessions/" + atMoyaux + "/confirmation").then().statusCode(409);
    assertThat(
            timetable.text(
                "select string_agg(kind || ':' || actor || ':' || origin, ' ' order by id) from"
                    + " session_event"))
        .isEqualTo("confirmed:sophie:login unconfirmed:sophie:login confirmed:sophie:login");
  }

  @Test
  void a_delay_is_announced_and_taken_back() {
    command(atMoyaux, "delay", Map.of("minutes", 20))
        .then()
        .statusCode(200)
        .body("lateMinutes", equalTo(20))
        .body("state", equalTo("planned"));
    api()
        .get("/sites/" + moyaux.id() + "/sessions?from=2026-11-27")
        .then()
        .body("items[0].lateMinutes", equalTo(20));
    command(atMoyaux, "delay", Map.of("minutes", 241))
        .then()
        .statusCode(400)
        .body("errors.field", contains("minutes"));
    command(atMoyaux, "delay", Map.of("minutes", 0))
        .then()
        .statusCode(200)
        .body("lateMinutes", nullValue());
  }

  @Test
  void a_session_is_handed_to_a_colleague_and_to_nobody_else() {
    api()
        .get("/sessions/" + atMoyaux + "/colleagues")
        .then()
        .statusCode(200)
        .body("items.username", contains("paul", "sophie"));
    command(atMoyaux, "handover", Map.of("agent", "paul"))
        .then()
        .statusCode(200)
        .body("agent.username", equalTo("paul"));
    for (String other : List.of("karim", "claire", "nobody")) {
      command(atMoyaux, "handover", Map.of("agent", other))
          .then()
          .statusCode(400)
          .body("errors.field", contains("agent"));
    }
    api().get("/sessions/" + atMoyaux).then().body("agent.username", equalTo("paul"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void the_house_notes_whether_the_partner_came_from_the_start_on_and_may_correct_it() {
    command(atMoyaux, "held", Map.of("partnerAttendance", "present")).then().statusCode(409);
    clock.set(FRIDAY);
    command(atMoyaux, "held", Map.of("partnerAttendance", "absent"))
        .then()
        .statusCode(200)
        .body("state", equalTo("held"))
        .body("partnerAttendance", equalTo("absent"))
        .body("unconfirmed", equalTo(false));
    clock.set(FRIDAY.plus(Duration.ofDays(3)));
    command(atMoyaux, "held", Map.of("partnerAttendance", "present"))
        .then()
        .statusCode(200)
        .body("partnerAttendance", equalTo("present"));
    assertThat(timetable.number("select count(*) from session_event")).isEqualTo(2);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void the_houses_own_sessions_need_no_confirmation() {
    timetable.add(Timetable.Session.of(moyaux, null, FRIDAY.minus(Duration.ofDays(3)), 2, rsa));
    String own = newest();
    clock.set(FRIDAY.minus(Duration.ofDays(3)).minusSeconds(60));
    api()
        .get("/sessions/" + own)
        .then()
        .statusCode(200)
        .body("host", equalTo("house"))
        .body("unconfirmed", equalTo(false))
        .body("actions", containsInAnyOrder("delay", "cancel"));
    command(own, "confirmation").then().statusCode(409);
    api().get("/sessions/" + own + "/colleagues").then().body("items", empty());
    api().get("/sessions?unconfirmed=true").then().body("items", empty());
  }

  @Test
  void of_a_confirmation_and_a_cancellation_at_once_the_cancellation_stands() {
    List<Integer> answers =
        Together.run(
            List.of(
                () -> command(atMoyaux, "confirmation").statusCode(),
                () -> command(atMoyaux, "cancellation", Map.of("reason", "Malade")).statusCode()));
    assertThat(answers.get(0)).isIn(200, 409);
    assertThat(answers.get(1)).isEqualTo(200);
    assertThat(state(atMoyaux)).isEqualTo("cancelled");
    api()
        .get("/sessions/" + atMoyaux)
        .then()
        .body("reason", equalTo("Malade"))
        .body("actions", contains("reinstate"));
  }

  @Test
  void two_confirmations_at_once_are_one() {
    List<Integer> answers =
        Together.run(
            List.of(
                () -> command(atMoyaux, "confirmation").statusCode(),
                () -> command(atMoyaux, "confirmation").statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(timetable.number("select count(*) from session_event")).isEqualTo(1);
  }

  private String agent() {
    return timetable.text("select coalesce(agent, '-') from session where id = " + atMoyaux);
  }

  private void takeBack() {
    api().delete("/sessions/" + atMoyaux + "/confirmation").then().statusCode(200);
  }

  /** The confirmation of a colleague, as by their link. */
  private void confirmedBy(String username) {
    transactions.run(() -> service.confirm(Long.parseLong(atMoyaux), username, clock.now()));
  }

  @Test
  void who_takes_their_confirmation_back_is_no_longer_named_and_a_colleague_who_confirms_is() {
    command(atMoyaux, "confirmation").then().statusCode(200);
    assertThat(agent()).isEqualTo("sophie");
    takeBack();
    assertThat(agent()).isEqualTo("-");
    confirmedBy("paul");
    api().get("/sessions/" + atMoyaux).then().body("agent.username", equalTo("paul"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void what_the_house_takes_back_for_an_agent_is_nobodys_again() {
    confirmedBy("sophie");
    takeBack();
    assertThat(agent()).isEqualTo("-");
    command(atMoyaux, "confirmation").then().statusCode(200);
    assertThat(agent()).as("the house does not come itself").isEqualTo("-");
  }

  @Test
  void to_whom_it_was_handed_stays_named_until_they_say_otherwise() {
    command(atMoyaux, "handover", Map.of("agent", "paul")).then().statusCode(200);
    command(atMoyaux, "confirmation").then().statusCode(200);
    assertThat(agent()).as("Sophie answers for Paul").isEqualTo("paul");
    takeBack();
    assertThat(agent()).isEqualTo("paul");
    confirmedBy("paul");
    takeBack();
    assertThat(agent()).as("Paul had said so himself").isEqualTo("-");
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void who_was_named_may_take_back_what_was_confirmed_for_them() {
    confirmedBy("sophie");
    timetable.change(
        "update session set agent = 'paul', handed_over = true where id = " + atMoyaux);
    takeBack();
    assertThat(agent()).isEqualTo("-");
  }

  @Test
  void whose_hours_were_changed_gives_way_to_the_colleague_who_confirms_the_new_ones() {
    timetable.change("update session set agent = 'paul' where id = " + atMoyaux);
    command(atMoyaux, "confirmation").then().statusCode(200);
    assertThat(agent()).isEqualTo("sophie");
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void today_is_each_houses_own() {
    Site fortDeFrance = fixtures.site("Fort-de-France", "972", 14.6, -61.07);
    Site noumea = fixtures.site("Nouméa", "988", -22.27, 166.45);
    // Monday 23 h in Paris: 18 h in Martinique, Tuesday 9 h in New Caledonia.
    Instant late = Instant.parse("2026-11-23T22:00:00Z");
    timetable.add(Timetable.Session.of(fortDeFrance, caf, late.plusSeconds(3600 * 3 / 2), 2, rsa));
    String evening = newest();
    timetable.add(Timetable.Session.of(fortDeFrance, caf, late.minusSeconds(8 * 3600), 2, rsa));
    String morning = newest();
    timetable.add(Timetable.Session.of(noumea, caf, late.minusSeconds(12 * 3600), 2, rsa));
    String mondayFarEast = newest();
    timetable.add(Timetable.Session.of(noumea, caf, late.minusSeconds(3600), 2, rsa));
    String tuesdayFarEast = newest();
    clock.set(late);
    api()
        .get("/sessions?partner=" + caf.id())
        .then()
        .body("items.id", contains(morning, tuesdayFarEast, evening, atMoyaux, atSees));
    // Tuesday half past midnight in Paris; still Monday in Martinique.
    clock.set(late.plusSeconds(3600 * 3 / 2));
    api()
        .get("/sessions?partner=" + caf.id())
        .then()
        .body("items.id", hasItem(evening))
        .body("items.id", not(hasItem(mondayFarEast)));
    api()
        .get("/sessions?from=2026-11-23&to=2026-11-24")
        .then()
        .body("items.id", contains(mondayFarEast, morning, evening));
  }
}

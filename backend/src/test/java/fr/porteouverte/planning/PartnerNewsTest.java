package fr.porteouverte.planning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.outbox.Dispatcher;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's agent who said that they come does not set out in vain. */
@QuarkusTestResource(Post.class)
@TestSecurity(user = "marc", roles = Role.MANAGER)
@QuarkusTest
class PartnerNewsTest extends PlanningBase {
  @Inject Dispatcher dispatcher;

  @BeforeEach
  void sophieComesOnTuesday() {
    Post.clear();
    clock.set(at(TUESDAY.minusDays(1), "10:00"));
    fixtures.agentOf(caf, "sophie", "Sophie", "sophie@caf.example");
    fixtures.agentOf(caf, "lea", "Léa", "lea@caf.example");
    timetable.change(
        "update session set state = 'confirmed', agent = 'sophie' where id = " + session(TUESDAY));
  }

  private long session(LocalDate day) {
    return timetable.number("select id from session where local_date = date '" + day + "'");
  }

  private String state(LocalDate day) {
    return timetable.text(
        "select state || case when withdrawn then ' withdrawn' else '' end from session where"
            + (" local_date = date '" + day + "'"));
  }

  private List<ReceivedMail> mails() {
    dispatcher.run();
    return Post.mails().stream().map(ReceivedMail::of).toList();
  }

  private String close(LocalDate day) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", day + "T00:00:00", "to", day.plusDays(1) + "T00:00:00"))
        .post("/sites/{s}/closures", site.id())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void cancel(LocalDate day) {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Dégât des eaux"))
        .post("/sessions/{s}/cancellation", session(day))
        .then()
        .statusCode(200);
  }

  @Test
  void a_closed_day_is_told_to_who_confirmed_and_asked_again_when_the_house_opens_after_all() {
    String closure = close(TUESDAY);
    assertThat(state(TUESDAY)).isEqualTo("confirmed withdrawn");
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("sophie@caf.example");
    ReceivedMail mail = mails().get(0);
    assertThat(mail.subject()).isEqualTo("Pas de séance : Sées, le mardi 24 novembre à 9\u00a0h");
    assertThat(mail.text())
        .contains("vous n’avez pas à venir", "you need not come", "/partenaire/seances/")
        .contains("Motif : La maison sera fermée à ce moment-là.")
        .contains("The house will be closed at that time.")
        .doesNotContain(
            "annulée", "cancelled", "/seance/", "Rendez-vous pris", "confier à un collègue");
    api().delete("/sites/{s}/closures/{c}", site.id(), closure).then().statusCode(204);
    assertThat(state(TUESDAY)).isEqualTo("planned");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_closed_day_that_nobody_had_promised_is_told_to_no_partner() {
    close(THURSDAY);
    assertThat(mails()).isEmpty();
  }

  @Test
  void a_session_that_was_handed_to_somebody_is_not_forgotten_when_the_house_is_closed() {
    timetable.change("update session set agent = 'lea' where id = " + session(THURSDAY));
    close(THURSDAY);
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("lea@caf.example");
  }

  @Test
  void new_hours_are_told_and_what_still_fits_need_not_be_confirmed_again() {
    change(0, body("all", null, form("from", "10:00"))).statusCode(200);
    assertThat(state(TUESDAY)).isEqualTo("confirmed");
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("sophie@caf.example");
    assertThat(mails().get(0).subject())
        .isEqualTo("Nouvel horaire : Sées, le mardi 24 novembre à 10\u00a0h");
    assertThat(mails().get(0).text())
        .contains("de 10\u00a0h à 12\u00a0h", "/partenaire/seances/")
        .doesNotContain("/seance/");
  }

  @Test
  void hours_that_have_nothing_in_common_with_the_old_ones_are_told_with_a_link_to_confirm_them() {
    change(0, body("all", null, form("from", "14:00", "to", "17:00"))).statusCode(200);
    assertThat(state(TUESDAY)).isEqualTo("planned");
    assertThat(mails()).hasSize(1);
    assertThat(mails().get(0).text()).contains("de 14\u00a0h à 17\u00a0h", "/seance/");
  }

  @Test
  void a_change_that_leaves_the_hours_alone_is_told_to_nobody() {
    change(0, body("all", null, form("capacity", 2))).statusCode(200);
    assertThat(mails()).isEmpty();
  }

  @Test
  void what_the_house_cancels_is_told_with_its_reason_to_who_comes_or_to_all_who_might() {
    cancel(TUESDAY);
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("sophie@caf.example");
    assertThat(mails().get(0).text()).contains("Motif : Dégât des eaux", "Reason : Dégât des eaux");
    Post.clear();
    timetable.change("update session set agent = null");
    cancel(THURSDAY);
    assertThat(mails())
        .extracting(ReceivedMail::to)
        .containsExactlyInAnyOrder("sophie@caf.example", "lea@caf.example");
  }

  @Test
  @TestSecurity(user = "lea", roles = Role.PARTNER)
  void what_a_colleague_cancels_is_told_to_who_was_to_come_only() {
    cancel(TUESDAY);
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("sophie@caf.example");
    cancel(THURSDAY);
    assertThat(mails()).hasSize(1);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void who_cancels_their_own_session_hears_nothing_of_it() {
    cancel(TUESDAY);
    assertThat(mails()).isEmpty();
  }

  @Test
  void at_night_nobody_is_woken_and_what_was_taken_back_by_the_morning_is_not_told() {
    clock.set(at(TUESDAY.minusDays(1), "23:00"));
    cancel(TUESDAY);
    assertThat(mails()).isEmpty();
    clock.set(at(TUESDAY, "08:05"));
    assertThat(mails()).hasSize(1);
    clock.set(at(TUESDAY, "23:00"));
    cancel(THURSDAY);
    api().post("/sessions/{s}/reinstatement", session(THURSDAY)).then().statusCode(204);
    clock.set(at(THURSDAY.minusDays(1), "08:05"));
    assertThat(mails()).hasSize(1);
  }
}

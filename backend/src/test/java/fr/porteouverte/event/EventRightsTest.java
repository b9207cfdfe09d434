package fr.porteouverte.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what with an event and its parts. Its owner has put workshops into Moyaux and Sées;
 * the manager of Lisieux has put one into it once it was published.
 */
@QuarkusTest
class EventRightsTest extends EventSuite {
  private static final String EVENT = "/events/portes-ouvertes";

  private Site lisieux;
  private EventSessionView atMoyaux;
  private EventSessionView atLisieux;

  @BeforeEach
  void aWeekInThreeHouses() {
    lisieux = fixtures.site("Lisieux");
    fixtures.agent("lena", AgentRole.manager, lisieux);
    fixtures.agent("both", AgentRole.manager, moyaux, sees);
    fixtures.agent("somebody", AgentRole.manager, moyaux, sees);
    fixtures.agent("orne", AgentRole.manager, fixtures.site("Flers"));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    Event week = week(true);
    atMoyaux = workshop(week, moyaux, 12);
    workshop(week, sees, 12);
    atLisieux =
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
            .call(() -> workshops.join(week, workshop(lisieux)));
  }

  private static WorkshopForm workshop(Site site) {
    return new WorkshopForm(
        "" + site.id(),
        new EventText("Bien débuter", "First steps"),
        "2026-12-09",
        "14:00",
        "16:00",
        12,
        null,
        null,
        null,
        null);
  }

  /** What each act is answered, in the order of {@link #acts}. */
  private record Answers(
      int rename, int takeBack, int figures, int theirs, int guests, int whole) {}

  private Answers acts() {
    int rename = put(true);
    int figures = api().get(EVENT + "/figures").statusCode();
    int theirs = delete("/workshops/" + atMoyaux.permanenceId());
    int guests = delete("/workshops/" + atLisieux.permanenceId());
    int whole = delete("");
    int takeBack = put(false);
    return new Answers(rename, takeBack, figures, theirs, guests, whole);
  }

  private int put(boolean published) {
    var form = form();
    form.put("published", published);
    return api()
        .contentType(ContentType.JSON)
        .header(
            "If-Match",
            "\"" + timetable.number("select coalesce(max(version), 0) from event") + "\"")
        .body(form)
        .put(EVENT)
        .statusCode();
  }

  private int delete(String path) {
    return api().delete(EVENT + path).statusCode();
  }

  private List<String> actions() {
    return api().get(EVENT).path("actions");
  }

  @Test
  @TestSecurity(user = "lena", roles = Role.MANAGER)
  void a_workshop_of_ones_own_gives_no_right_over_the_event_or_the_workshops_of_others() {
    assertThat(actions()).isEmpty();
    api().get("/events?mine=true").then().statusCode(200);
    assertThat(api().get(EVENT + "/figures").<List<?>>path("sessions")).hasSize(1);
    assertThat(acts()).isEqualTo(new Answers(404, 404, 200, 403, 204, 404));
    assertThat(timetable.number("select count(*) from event where published")).isEqualTo(1);
    // Without a workshop she has nothing to do with it any more.
    api().get(EVENT + "/figures").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "lena", roles = Role.MANAGER)
  void she_who_joined_an_empty_event_does_not_own_it() {
    timetable.change("update event set code = 'other'");
    week(true);
    assertThat(
            api()
                .contentType(ContentType.JSON)
                .body(workshopForm(lisieux))
                .post(EVENT + "/workshops")
                .statusCode())
        .isEqualTo(201);
    assertThat(actions()).isEmpty();
    assertThat(put(false)).isEqualTo(404);
    assertThat(delete("")).isEqualTo(404);
  }

  @Test
  @TestSecurity(user = "lena", roles = Role.MANAGER)
  void what_she_has_in_it_she_still_sees_when_it_is_taken_back() {
    timetable.change("update event set published = false");
    api().get(EVENT).then().statusCode(200);
    assertThat(put(true)).isEqualTo(404);
    assertThat(delete("/workshops/" + atLisieux.permanenceId())).isEqualTo(204);
    api().get(EVENT).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "somebody", roles = Role.MANAGER)
  void who_entered_it_changes_it_and_does_not_remove_what_is_anothers() {
    assertThat(actions()).containsExactly("change");
    assertThat(acts()).isEqualTo(new Answers(200, 200, 200, 204, 403, 403));
    assertThat(api().delete(EVENT).<String>path("detail"))
        .isEqualTo("Des ateliers d’autres maisons en font partie : Lisieux.");
    timetable.change("delete from slot");
    timetable.change("delete from session where site_id = " + lisieux.id());
    timetable.change(
        "delete from permanence_procedure where permanence_id = " + atLisieux.permanenceId());
    timetable.change("delete from permanence where id = " + atLisieux.permanenceId());
    assertThat(actions()).containsExactly("change", "remove");
    assertThat(delete("")).isEqualTo(204);
  }

  @Test
  @TestSecurity(user = "both", roles = Role.MANAGER)
  void a_manager_of_every_house_that_it_was_made_for_does_as_its_owner() {
    assertThat(acts()).isEqualTo(new Answers(200, 200, 200, 204, 403, 403));
  }

  @Test
  @TestSecurity(user = "zoe", roles = Role.MANAGER)
  void a_manager_of_one_of_its_houses_takes_part() {
    assertThat(acts()).isEqualTo(new Answers(404, 404, 200, 403, 403, 404));
  }

  @Test
  @TestSecurity(user = "orne", roles = Role.MANAGER)
  void a_manager_of_no_house_of_it_does_nothing() {
    assertThat(acts()).isEqualTo(new Answers(404, 404, 404, 403, 403, 404));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_does_nothing() {
    assertThat(acts()).isEqualTo(new Answers(403, 403, 403, 403, 403, 403));
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void an_admin_does_all() {
    assertThat(actions()).containsExactly("change", "remove");
    assertThat(put(true)).isEqualTo(200);
    assertThat(delete("/workshops/" + atLisieux.permanenceId())).isEqualTo(204);
    assertThat(delete("")).isEqualTo(204);
    assertThat(timetable.number("select count(*) from event_site")).isZero();
  }

  @Test
  void the_public_reads() {
    assertThat(actions()).isEmpty();
    assertThat(acts()).isEqualTo(new Answers(401, 401, 401, 401, 401, 401));
    api().get("/events").then().statusCode(200);
    assertThat(api().get("/events").<List<Map<String, ?>>>path("items")).hasSize(1);
  }
}

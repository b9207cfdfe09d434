package fr.porteouverte.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars read back as a calendar program reads them. The test's now is 23 November 2026. */
@QuarkusTest
class FeedApiTest extends ApiTest {
  @Inject Timetable timetable;

  Site moyaux;
  Site sees;
  Partner caf;
  Procedure rsa;
  Permanence tuesdays;

  @BeforeEach
  void cafEveryTuesdayAtMoyauxAndEveryThursdayAtSees() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    tuesdays = fixtures.permanence(moyaux, caf, rsa).rrule("FREQ=WEEKLY;BYDAY=TU").materialised();
    fixtures.permanence(sees, caf, rsa).rrule("FREQ=WEEKLY;BYDAY=TH").materialised();
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.partnerAgent("sophie", caf);
    fixtures.partnerAgent("paul", caf);
  }

  private ValidatableResponse make(String kind, Object id) {
    Map<String, Object> body = new HashMap<>(Map.of("kind", kind));
    if (id != null) {
      body.put("id", "" + id);
    }
    return api().contentType(ContentType.JSON).body(body).post("/calendar-feeds").then();
  }

  /** The address as a calendar program gets it, without the server. */
  private String address(String kind, Object id) {
    String url = make(kind, id).statusCode(201).extract().path("url");
    return url.substring(url.indexOf("/feeds/"));
  }

  private String read(String address) {
    return api().get(address).then().statusCode(200).extract().asString();
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_house_is_followed_at_a_secret_address_of_which_only_a_digest_is_kept() {
    String address = address("site", moyaux.id());
    List<VEvent> events = ReadBack.events(read(address));
    assertThat(events).hasSizeGreaterThan(10);
    assertThat(ReadBack.start(events.get(0))).hasToString("2026-11-24T08:00:00Z");
    assertThat(ReadBack.value(events.get(0), "SUMMARY")).isEqualTo("caf (fr) – Moyaux");
    assertThat(ReadBack.value(events.get(0), "STATUS")).isEqualTo("TENTATIVE");
    String secret = address.substring("/feeds/".length(), address.length() - ".ics".length());
    assertThat(secret).hasSize(32);
    assertThat(timetable.text("select digest from calendar_feed")).hasSize(64).isNotEqualTo(secret);
    api()
        .get("/calendar-feeds")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].title.fr", equalTo("Moyaux"))
        .body("items[0].url", nullValue());
    assertThat(read(address + "?lang=en")).contains("By appointment.");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_revoked_address_and_a_guessed_one_lead_nowhere() {
    var made = make("site", moyaux.id()).statusCode(201).extract();
    String url = made.path("url");
    String address = url.substring(url.indexOf("/feeds/"));
    api().delete("/calendar-feeds/" + made.path("id")).then().statusCode(204);
    api().get(address).then().statusCode(404);
    api().get("/feeds/" + "a".repeat(32) + ".ics").then().statusCode(404);
    api().delete("/calendar-feeds/" + made.path("id")).then().statusCode(204);
    api().delete("/calendar-feeds/987654321").then().statusCode(404);
    api().get("/calendar-feeds").then().body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void an_unchanged_calendar_is_not_sent_twice_and_a_cancelled_session_is_told_at_once() {
    String address = address("permanence", tuesdays.id());
    String tag = api().get(address).then().statusCode(200).extract().header("ETag");
    api().header("If-None-Match", tag).get(address).then().statusCode(304);
    long first =
        timetable.number("select min(id) from session where permanence_id = " + tuesdays.id());
    int before = sequence(address);
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Jeanne est malade"))
        .post("/sessions/" + first + "/cancellation")
        .then()
        .statusCode(200);
    String text =
        api().header("If-None-Match", tag).get(address).then().statusCode(200).extract().asString();
    VEvent cancelled = ReadBack.events(text).get(0);
    assertThat(ReadBack.value(cancelled, "UID")).isEqualTo("session-" + first + "@porte-ouverte");
    assertThat(ReadBack.value(cancelled, "STATUS")).isEqualTo("CANCELLED");
    assertThat(Integer.parseInt(ReadBack.value(cancelled, "SEQUENCE"))).isGreaterThan(before);
    assertThat(text).doesNotContain("Jeanne");
  }

  @Test
  @TestSecurity(user = "mireille", roles = Role.MANAGER)
  void a_closed_house_is_a_closed_house_in_every_calendar() {
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    long first =
        timetable.number("select min(id) from session where permanence_id = " + tuesdays.id());
    timetable.change("update session set state = 'confirmed' where id = " + first);
    String day =
        timetable.text("select cast(local_date as varchar) from session where id = " + first);
    String reason = "Inventaire";
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", day + "T00:00:00", "to", day + "T23:59:00", "reason", reason))
        .post("/sites/" + moyaux.id() + "/closures")
        .then()
        .statusCode(201);
    for (String calendar :
        List.of(address("permanence", tuesdays.id()), "/sites/" + moyaux.id() + "/calendar.ics")) {
      VEvent closed =
          ReadBack.events(read(calendar)).stream()
              .filter(event -> ReadBack.value(event, "UID").startsWith("session-" + first + "@"))
              .findFirst()
              .orElseThrow();
      assertThat(ReadBack.value(closed, "STATUS")).isEqualTo("CANCELLED");
      assertThat(ReadBack.value(closed, "SUMMARY")).startsWith("Maison fermée : ");
      assertThat(ReadBack.value(closed, "DESCRIPTION"))
          .isEqualTo("La maison sera fermée à ce moment-là.");
      assertThat(read(calendar + "?lang=en"))
          .contains("House closed: ", "The house will be closed at that time.")
          .doesNotContain("Cancelled");
    }
    api()
        .get(
            "/sites/" + moyaux.id() + "/sessions?from=" + day + "&to=" + day.substring(0, 8) + "30")
        .then()
        .body("items.find { it.id == '" + first + "' }.cause", equalTo("closure"));
  }

  private int sequence(String address) {
    return Integer.parseInt(ReadBack.value(ReadBack.events(read(address)).get(0), "SEQUENCE"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_session_at_another_time_is_the_same_one_with_a_higher_sequence() {
    String address = address("site", moyaux.id());
    VEvent before = ReadBack.events(read(address)).get(0);
    timetable.change("update permanence set from_time = '10:00:00' where id = " + tuesdays.id());
    fixtures.rows(tuesdays.id());
    VEvent after = ReadBack.events(read(address)).get(0);
    assertThat(ReadBack.value(after, "UID")).isEqualTo(ReadBack.value(before, "UID"));
    assertThat(ReadBack.start(after)).hasToString("2026-11-24T09:00:00Z");
    assertThat(ReadBack.value(after, "SEQUENCE")).isNotEqualTo(ReadBack.value(before, "SEQUENCE"));
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void an_agent_follows_their_own_work_in_all_houses_but_not_what_a_colleague_took() {
    long first =
        timetable.number("select min(id) from session where permanence_id = " + tuesdays.id());
    String address = address("agent", null);
    assertThat(ReadBack.events(read(address)).stream().map(e -> ReadBack.value(e, "SUMMARY")))
        .contains("caf (fr) – Moyaux", "caf (fr) – Sées");
    timetable.change("update session set agent = 'paul' where id = " + first);
    assertThat(ReadBack.events(read(address)).stream().map(e -> ReadBack.value(e, "UID")))
        .doesNotContain("session-" + first + "@porte-ouverte");
    timetable.change("delete from agent where username = 'sophie'");
    api().get(address).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partner_follows_its_own_permanences_only() {
    Partner other = fixtures.partner("ft");
    Permanence theirs =
        fixtures.permanence(moyaux, other, fixtures.procedure("emploi", other, 30)).materialised();
    make("permanence", tuesdays.id()).statusCode(201);
    make("permanence", theirs.id()).statusCode(404);
    make("site", moyaux.id()).statusCode(404);
    make("permanence", 999_999).statusCode(404);
    make("site", null).statusCode(400).body("errors.field", contains("id"));
    make("agent", moyaux.id()).statusCode(400).body("errors.field", contains("id"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void nobody_revokes_the_address_of_somebody_else() {
    fixtures.agent("hugo", AgentRole.clerk, moyaux);
    String address = addressOf("hugo", "site", moyaux.id());
    long id = timetable.number("select id from calendar_feed");
    api().delete("/calendar-feeds/" + id).then().statusCode(404);
    read(address);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void one_request_twice_makes_one_address() {
    String key = UUID.randomUUID().toString();
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      urls.add(
          api()
              .contentType(ContentType.JSON)
              .header("Idempotency-Key", key)
              .body(Map.of("kind", "site", "id", "" + moyaux.id()))
              .post("/calendar-feeds")
              .then()
              .statusCode(201)
              .extract()
              .path("url"));
    }
    assertThat(urls.get(0)).isEqualTo(urls.get(1)).isNotNull();
    assertThat(timetable.number("select count(*) from calendar_feed")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void no_log_tells_a_secret_address_nor_who_booked() {
    String slot = "" + timetable.number("select min(id) from slot");
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
    List<String> lines = new ArrayList<>();
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(
                record.getMessage() + " " + java.util.Arrays.toString(record.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(ear);
    try {
      String address = address("site", moyaux.id());
      String text = read(address);
      assertThat(text).doesNotContain("Jeanne", "Lefèvre", "Prénom", "sophie");
      api().get(address.replace(".ics", "x.ics")).then().statusCode(404);
      api().get(address + "?lang=zz").then().statusCode(400);
      String secret = address.substring("/feeds/".length(), address.length() - ".ics".length());
      assertThat(lines).noneMatch(line -> line.contains(secret));
    } finally {
      root.removeHandler(ear);
    }
  }

  @Test
  void anybody_follows_who_sits_in_a_house() {
    fixtures
        .permanence(moyaux, null, rsa)
        .mode(OpeningMode.walkIn)
        .rrule("FREQ=WEEKLY;BYDAY=MO")
        .materialised();
    String text =
        api()
            .get("/sites/" + moyaux.id() + "/calendar.ics")
            .then()
            .statusCode(200)
            .contentType(containsString("text/calendar"))
            .extract()
            .asString();
    assertThat(ReadBack.events(text).stream().map(e -> ReadBack.value(e, "SUMMARY")))
        .startsWith("Permanence de la maison – Moyaux", "caf (fr) – Moyaux");
    assertThat(ReadBack.events(text).stream().map(e -> ReadBack.value(e, "STATUS")))
        .containsOnly("CONFIRMED");
    api().get("/sites/0/calendar.ics").then().statusCode(404);
  }

  @Test
  void without_a_login_nobody_makes_an_address() {
    make("site", moyaux.id()).statusCode(401).body("type", endsWith("/unauthorized"));
    api().get("/calendar-feeds").then().statusCode(401);
  }

  /** As if somebody else had asked for it. */
  private String addressOf(String username, String kind, Object id) {
    String address = address(kind, id);
    timetable.change(
        "update calendar_feed set created_by = '"
            + username
            + "' where id = (select max(id) from calendar_feed)");
    return address;
  }

  private long newest() {
    return timetable.number("select max(id) from calendar_feed");
  }

  private List<String> uids(String address) {
    return ReadBack.events(read(address)).stream().map(e -> ReadBack.value(e, "UID")).toList();
  }

  /** A later part of a series, with the sessions from an instant on, as a cut leaves it. */
  private Permanence cut(Permanence series, Partner partner, String from) {
    Permanence later = fixtures.permanence(moyaux, partner, rsa).saved();
    timetable.change(
        "update permanence set follows_id = " + series.id() + " where id = " + later.id());
    timetable.change(
        String.format(
            "update session set permanence_id = %d where permanence_id = %d and start_at >="
                + " timestamp with time zone '%s 00:00:00+00'",
            later.id(), series.id(), from));
    return later;
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_series_that_is_cut_twice_is_followed_to_its_end_with_the_same_uids() {
    String address = address("permanence", tuesdays.id());
    List<String> before = uids(address);
    assertThat(before).hasSizeGreaterThan(10);
    Permanence second = cut(tuesdays, caf, "2026-12-10");
    cut(second, caf, "2027-01-10");
    assertThat(uids(address)).isEqualTo(before);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_part_that_went_to_another_partner_is_no_longer_the_partners() {
    String address = address("permanence", tuesdays.id());
    int before = uids(address).size();
    cut(tuesdays, fixtures.partner("ft"), "2026-12-10");
    assertThat(uids(address)).hasSizeBetween(2, before - 5);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void who_no_longer_works_in_the_house_follows_nothing_of_it() {
    String house = address("site", moyaux.id());
    String permanence = address("permanence", tuesdays.id());
    timetable.change(
        "update assignment set site_id = "
            + sees.id()
            + " where agent_id = (select id from agent where username = 'claire')");
    api().get(house).then().statusCode(404).body("type", endsWith("/not-found"));
    api().get(permanence).then().statusCode(404);
    timetable.change("update assignment set site_id = " + moyaux.id());
    read(house);
    read(permanence);
    timetable.change("delete from assignment");
    timetable.change("delete from agent where username = 'claire'");
    api().get(house).then().statusCode(404);
    api().get(permanence).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void who_left_the_partner_follows_none_of_its_permanences() {
    String address = address("permanence", tuesdays.id());
    read(address);
    timetable.change(
        "update agent set partner_id = "
            + fixtures.partner("ft").id()
            + " where username = 'sophie'");
    api().get(address).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_sees_the_feeds_of_the_house_without_their_addresses_and_revokes_them() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String house = addressOf("claire", "site", moyaux.id());
    String permanence = addressOf("sophie", "permanence", tuesdays.id());
    make("site", moyaux.id()).statusCode(201);
    addressOf("gone", "site", moyaux.id());
    api()
        .get("/calendar-feeds?site=" + moyaux.id())
        .then()
        .statusCode(200)
        .body("items.by", contains("gone", null, "Prénom Nom", "Prénom Nom"))
        .body("items.url", everyItem(nullValue()));
    api().get("/calendar-feeds").then().body("items", hasSize(1));
    for (Object id :
        api().get("/calendar-feeds?site=" + moyaux.id()).<List<String>>path("items.id")) {
      api().delete("/calendar-feeds/" + id).then().statusCode(204);
    }
    api().get(house).then().statusCode(404);
    api().get(permanence).then().statusCode(404);
    api().get("/calendar-feeds?site=" + moyaux.id()).then().body("items", hasSize(0));
    api().get("/calendar-feeds?site=" + sees.id()).then().statusCode(404);
    api().get("/calendar-feeds?site=999999").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "zoe", roles = Role.MANAGER)
  void the_manager_of_another_house_neither_sees_nor_revokes_them() {
    fixtures.agent("zoe", AgentRole.manager, sees, moyaux);
    List<String> addresses =
        List.of(
            addressOf("claire", "site", moyaux.id()),
            addressOf("sophie", "permanence", tuesdays.id()));
    timetable.change(
        "delete from assignment where site_id = "
            + moyaux.id()
            + " and agent_id = (select id from agent where username = 'zoe')");
    nobodysBusiness(404, addresses);
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void a_clerk_of_the_house_neither_sees_nor_revokes_those_of_colleagues() {
    fixtures.agent("hugo", AgentRole.clerk, moyaux);
    nobodysBusiness(
        404,
        List.of(
            addressOf("claire", "site", moyaux.id()),
            addressOf("sophie", "permanence", tuesdays.id())));
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void a_colleague_at_the_partner_neither_sees_nor_revokes_them() {
    nobodysBusiness(404, List.of(addressOf("sophie", "permanence", tuesdays.id())));
  }

  private void nobodysBusiness(int status, List<String> addresses) {
    api().get("/calendar-feeds?site=" + moyaux.id()).then().statusCode(status);
    for (long id = newest() - addresses.size() + 1; id <= newest(); id++) {
      api().delete("/calendar-feeds/" + id).then().statusCode(status);
    }
    addresses.forEach(this::read);
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void an_admin_revokes_any_feed_of_a_house_but_nobodys_own_work() {
    make("site", moyaux.id()).statusCode(409).body("type", endsWith("/conflict"));
    fixtures.agent("boss", AgentRole.admin);
    make("agent", null).statusCode(400).body("errors.field", contains("kind"));
    String address = address("site", moyaux.id());
    read(address);
    timetable.change("update calendar_feed set created_by = 'claire'");
    api().get("/calendar-feeds?site=" + moyaux.id()).then().body("items", hasSize(1));
    api().delete("/calendar-feeds/" + newest()).then().statusCode(204);
    api().get(address).then().statusCode(404);
    timetable.change(
        "update calendar_feed set kind = 'agent', agent = 'claire', site_id = null,"
            + " revoked_at = null");
    api().delete("/calendar-feeds/" + newest()).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void of_a_partner_in_many_houses_an_agent_follows_what_names_them_and_the_houses_they_go_to() {
    // With Moyaux and Sées 22 houses.
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Site house = fixtures.site("Maison " + i);
      timetable.add(Timetable.Session.of(house, caf, TestClock.MONDAY.plusSeconds(3600), 1, rsa));
      sessions.add("session-" + timetable.number("select max(id) from session") + "@porte-ouverte");
    }
    String address = address("agent", null);
    assertThat(uids(address)).isEmpty();
    long first = timetable.number("select min(id) from session where site_id = " + moyaux.id());
    timetable.change("update session set agent = 'sophie' where id = " + first);
    long paul = timetable.number("select max(id) from session where site_id = " + moyaux.id());
    timetable.change("update session set agent = 'paul' where id = " + paul);
    String mine = sessions.get(7);
    timetable.change(
        "update session set agent = 'sophie' where id = " + mine.replaceAll("\\D", ""));
    assertThat(uids(address))
        .contains("session-" + first + "@porte-ouverte", mine)
        .doesNotContain("session-" + paul + "@porte-ouverte", sessions.get(0), sessions.get(19))
        .hasSize(
            1
                + (int)
                    timetable.number("select count(*) from session where site_id = " + moyaux.id())
                - 1);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_calendar_of_more_sessions_than_one_statement_takes_ids_is_whole() {
    long before = timetable.number("select count(*) from session where site_id = " + moyaux.id());
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      Instant start = TestClock.MONDAY.plus(Duration.ofHours(i));
      rows.append(i == 0 ? "" : ",")
          .append("(" + tuesdays.id() + ", " + moyaux.id() + ", date '2027-01-01', timestamp with")
          .append(" time zone '" + start.plusSeconds(60) + "', timestamp with time zone '")
          .append(start.plusSeconds(120) + "', 'planned')");
    }
    timetable.change(
        "insert into session (permanence_id, site_id, local_date, start_at, end_at, state) values "
            + rows);
    timetable.change(
        "insert into session_event (session_id, kind, at, actor, origin) select id, 'late',"
            + " timestamp with time zone '2026-11-22 10:00:00+00', 'sophie', 'login' from session"
            + " where site_id = "
            + moyaux.id());
    List<VEvent> events = ReadBack.events(read(address("site", moyaux.id())));
    assertThat(events).hasSize((int) before + 2_500);
    assertThat(events.stream().map(e -> ReadBack.value(e, "DTSTAMP")))
        .containsOnly("20261122T100000Z");
  }
}

package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each operation of the contract: what anybody may read is held by caches and read by pages of any
 * origin; nothing else is either. What is new in the contract is tried, too.
 */
@QuarkusTest
@TestProfile(AsRun.class)
class KeptAnswersTest extends ApiTest {
  @Inject RightsWorld world;
  @Inject Timetable timetable;

  @BeforeEach
  void build() {
    clock.set(TestClock.MONDAY);
    world.build();
    // What the public does not see there is nothing to keep of.
    timetable.change("update event set published = true");
    timetable.change(
        "insert into commune (insee, name, search_name, department, latitude, longitude,"
            + " population) values ('14460', 'Moyaux', 'moyaux', '14', 49.1, 0.3, 1000)");
  }

  private static List<Tried> all() {
    List<Tried> all = Tried.all();
    assertThat(all).hasSizeGreaterThan(200);
    return all;
  }

  private static boolean streams(Tried one) {
    return one.name().startsWith("follow");
  }

  private static boolean isPublic(Tried one) {
    return one.method().equals("GET") && PublicReads.isOpen(one.name()) && !streams(one);
  }

  @Test
  void what_anybody_may_read_is_held_by_caches_and_read_by_pages_of_any_origin() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      if (isPublic(one)) {
        Tried.Answer answer = one.send(world, null);
        wrong.assertThat(answer.status()).as(one.name() + answer.body()).isEqualTo(200);
        wrong
            .assertThat(answer.header("Access-Control-Allow-Origin"))
            .as(one.name())
            .isEqualTo("*");
        wrong.assertThat(answer.header("ETag")).as(one.name()).startsWith("\"");
        wrong
            .assertThat(answer.header("Cache-Control"))
            .as(one.name())
            .containsAnyOf("s-maxage=", "max-age=3600", "no-cache");
        wrong
            .assertThat(answer.headers().allValues("Vary").toString())
            .as(one.name())
            .contains("Authorization");
        wrong.assertThat(answer.header("RateLimit")).as(one.name()).isEmpty();
      }
    }
    wrong.assertAll();
  }

  @Test
  void nobody_is_sent_again_what_is_still_the_same() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      if (isPublic(one)) {
        String tag = one.send(world, null).header("ETag");
        for (String seen : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
          Tried.Answer same = one.send(world, null, seen);
          wrong.assertThat(same.status()).as(one.name() + " " + seen).isEqualTo(304);
          wrong.assertThat(same.body()).as(one.name()).isEmpty();
          wrong.assertThat(same.header("ETag")).as(one.name()).isEqualTo(tag);
        }
        wrong.assertThat(one.send(world, null, "\"other\"").status()).isEqualTo(200);
      }
    }
    wrong.assertAll();
  }

  @Test
  void what_somebody_reads_who_has_logged_in_is_kept_by_nobody() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      if (one.method().equals("GET") && !streams(one)) {
        Tried.Answer answer = one.send(world, Bearer.token("admin.own", "offline_access"));
        wrong
            .assertThat(answer.header("Cache-Control"))
            .as(one.name())
            .isIn(
                one.name().startsWith("getMediation") || one.name().startsWith("getOpen")
                    ? List.of("public, max-age=3600, stale-if-error=86400")
                    : List.of("no-store", "no-cache"));
        wrong.assertThat(answer.header("Access-Control-Allow-Origin")).as(one.name()).isEmpty();
      }
    }
    wrong.assertAll();
  }

  @Test
  void all_else_is_kept_by_nobody_and_read_by_our_own_pages_only() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      if (!isPublic(one) && !streams(one)) {
        Tried.Answer answer = one.send(world, null);
        wrong
            .assertThat(answer.header("Cache-Control"))
            .as(one.name() + " " + answer.status())
            .isEqualTo("no-store");
        wrong.assertThat(answer.header("Access-Control-Allow-Origin")).as(one.name()).isEmpty();
      }
    }
    wrong.assertAll();
  }

  @Test
  void a_page_of_any_origin_may_ask_whether_what_anybody_may_read_has_changed_and_nothing_more() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      Tried.Answer answer = one.preflight(world);
      Map<String, String> let = new TreeMap<>();
      for (String what : List.of("Origin", "Methods", "Headers", "Credentials")) {
        let.put(what, answer.header("Access-Control-Allow-" + what));
      }
      if (isPublic(one)) {
        wrong.assertThat(answer.status()).as(one.name() + answer.body()).isEqualTo(204);
        wrong
            .assertThat(let)
            .as(one.name())
            .isEqualTo(
                Map.of(
                    "Origin",
                    "*",
                    "Methods",
                    "GET",
                    "Headers",
                    "If-None-Match, Accept-Language",
                    "Credentials",
                    ""));
      } else {
        wrong.assertThat(let.values()).as(one.name() + " " + one.method()).containsOnly("");
      }
    }
    wrong.assertAll();
  }

  @Test
  void the_contract_tells_it_of_these_and_of_no_others() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : all()) {
      Map<String, ApiResponse> told = one.operation().getResponses();
      boolean says =
          told.containsKey("304")
              && told.get("200").getHeaders() != null
              && told.get("200")
                  .getHeaders()
                  .keySet()
                  .containsAll(Set.of("ETag", "Cache-Control", "Access-Control-Allow-Origin"));
      // Calendars that somebody follows by a secret address have a 304 of their own.
      wrong.assertThat(says).as(one.name()).isEqualTo(isPublic(one));
    }
    wrong.assertAll();
  }
}

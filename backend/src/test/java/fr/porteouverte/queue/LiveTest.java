package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.EventStream;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The wall screen, the streams and one's own number, over real connections. */
@TestSecurity(
    user = "claire",
    roles = {Role.CLERK})
@QuarkusTest
class LiveTest extends QueueSuite {

  private EventStream board(Long lastEventId) {
    return EventStream.open("/sites/" + moyaux.id() + "/board/stream", lastEventId);
  }

  private EventStream staff(Long lastEventId) {
    return EventStream.open("/sites/" + moyaux.id() + "/queue/stream", lastEventId);
  }

  @Test
  void the_wall_screen_gets_the_whole_picture_then_each_change_with_the_next_number() {
    try (EventStream screen = board(null)) {
      assertThat(screen.status()).isEqualTo(200);
      assertThat(screen.header("Content-Type")).startsWith("text/event-stream");
      assertThat(screen.header("Cache-Control")).isEqualTo("no-store");
      EventStream.Event first = screen.next();
      assertThat(first.name()).isEqualTo("snapshot");
      assertThat(first.json().getString("siteName")).isEqualTo("Moyaux");
      String ticket = waiting();
      next(counter).then().statusCode(200);
      call(ticket, counter, null).then().statusCode(200);
      List<EventStream.Event> changes = screen.next(3);
      assertThat(changes)
          .extracting(EventStream.Event::id)
          .containsExactly(first.id() + 1, first.id() + 2, first.id() + 3);
      assertThat(changes)
          .extracting(change -> change.json().getString("kind"))
          .containsExactly("issued", "called", "calledAgain");
      assertThat(changes.get(1).json().getString("number")).isEqualTo("A001");
      assertThat(changes.get(1).json().getString("counter")).isEqualTo("Guichet 1");
      assertThat(changes.get(2).json().getBoolean("rings")).isTrue();
      assertThat(changes.get(2).json().getBoolean("again")).isTrue();
    }
  }

  @Test
  void a_stream_that_was_cut_goes_on_where_it_was_without_loss_or_repeat() {
    long seen;
    try (EventStream screen = board(null)) {
      seen = screen.next().id();
    }
    waiting();
    waiting();
    next(counter);
    try (EventStream again = board(seen)) {
      assertThat(again.next(3))
          .extracting(EventStream.Event::id)
          .containsExactly(seen + 1, seen + 2, seen + 3);
      waiting();
      assertThat(again.next().id()).isEqualTo(seen + 4);
    }
  }

  @Test
  void what_happens_while_a_stream_begins_is_told_once() {
    waiting();
    int all = 10 + api().get("/sites/{id}/board", moyaux.id()).<Integer>path("seq");
    List<Callable<Integer>> rush = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rush.add(
          () -> {
            walkIn().then().statusCode(201);
            return null;
          });
      rush.add(
          () -> {
            try (EventStream screen = board(0L)) {
              Set<Long> told = new TreeSet<>();
              while (told.size() < all) {
                assertThat(told.add(screen.next().id())).as("told once").isTrue();
              }
              return told.size();
            }
          });
    }
    assertThat(Together.run(rush).stream().filter(count -> count != null)).containsOnly(all);
  }

  @Test
  void a_hundred_changes_are_told_each_at_once() {
    try (EventStream screen = board(null)) {
      long seen = screen.next().id();
      for (int i = 1; i <= 100; i++) {
        waiting();
        assertThat(screen.next().id()).isEqualTo(seen + i);
      }
    }
  }

  @Test
  void who_comes_late_is_said_on_the_wall_at_once_and_taken_back_at_once() {
    String session = "" + timetable.number("select max(id) from session");
    try (EventStream screen = board(null)) {
      long seen = screen.next().id();
      late(session, 20);
      EventStream.Event change = screen.next();
      assertThat(change.id()).isEqualTo(seen + 1);
      assertThat(change.json().getString("kind")).isEqualTo("sessionChanged");
      api()
          .get("/sites/{id}/board", moyaux.id())
          .then()
          .body("notices", hasSize(1))
          .body("notices[0].cancelled", equalTo(false))
          .body("notices[0].closed", equalTo(false))
          .body("notices[0].lateMinutes", equalTo(20))
          .body("notices[0].partner.id", equalTo("" + caf.id()));
      late(session, 0);
      assertThat(screen.next().id()).isEqualTo(seen + 2);
      api().get("/sites/{id}/board", moyaux.id()).then().body("notices", empty());
    }
  }

  private void late(String session, int minutes) {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("minutes", minutes))
        .post("/sessions/{id}/delay", session)
        .then()
        .statusCode(200);
  }

  @Test
  void a_number_from_the_future_or_from_nowhere_gets_the_whole_picture() {
    try (EventStream ahead = board(999_999L)) {
      assertThat(ahead.next().name()).isEqualTo("snapshot");
    }
  }

  @Test
  void a_refused_action_is_told_to_nobody() {
    String ticket = waiting();
    try (EventStream screen = staff(null)) {
      long seen = screen.next().id();
      act(ticket, "finish").then().statusCode(409);
      next(counter);
      EventStream.Event change = screen.next();
      assertThat(change.id()).isEqualTo(seen + 1);
      assertThat(change.json().getString("kind")).isEqualTo("called");
      assertThat(change.json().getString("ticketId")).isEqualTo(ticket);
    }
  }

  @Test
  void a_call_that_was_taken_back_does_not_ring_for_who_comes_later() {
    long seen;
    try (EventStream screen = board(null)) {
      seen = screen.next().id();
    }
    String ticket = waiting();
    next(counter);
    act(ticket, "undo").then().statusCode(200);
    try (EventStream later = board(seen)) {
      assertThat(later.next(3))
          .extracting(change -> change.json().getString("rings"))
          .containsOnlyNulls();
    }
  }

  @Test
  void an_idle_stream_gives_a_sign_of_life() throws InterruptedException {
    try (EventStream screen = board(null)) {
      screen.next();
      assertThat(screen.comment()).isNotNull();
    }
  }

  @Test
  void another_houses_staff_stream_does_not_exist_for_this_clerk() {
    try (EventStream other = EventStream.open("/sites/" + sees.id() + "/queue/stream", null)) {
      assertThat(other.status()).isEqualTo(404);
    }
  }

  @Test
  void the_board_shows_numbers_and_counters_the_newest_call_first() {
    counters.open(moyaux, "Guichet 2");
    waiting();
    waiting();
    waiting();
    next(counter);
    clock.advance(Duration.ofMinutes(1));
    String second = queue().path("counters.find { it.name == 'Guichet 2' }.id");
    next(second);
    api()
        .get("/sites/{id}/board", moyaux.id())
        .then()
        .statusCode(200)
        .body("calls.number", contains("A002", "A001"))
        .body("calls.counter", contains("Guichet 2", "Guichet 1"))
        .body("waiting", equalTo(1))
        .body("open", equalTo(true));
  }

  @Test
  void the_phone_shows_the_own_place_then_the_counter() {
    waiting();
    Response mine = walkIn();
    String publicId = mine.path("publicId");
    api()
        .get("/tickets/{id}", publicId)
        .then()
        .statusCode(200)
        .body("number", equalTo("A002"))
        .body("state", equalTo("waiting"))
        .body("ahead", equalTo(1))
        .body("estimate.fromMinutes", lessThan(15))
        .body("estimate.toMinutes", greaterThan(15))
        .body("siteName", equalTo("Moyaux"));
    next(counter);
    finish(counter);
    next(counter);
    api()
        .get("/tickets/{id}", publicId)
        .then()
        .body("state", equalTo("called"))
        .body("counter", equalTo("Guichet 1"))
        .body("ahead", nullValue());
  }

  private void finish(String counter) {
    String there = queue().path("counters.find { it.id == '" + counter + "' }.ticket.id");
    act(there, "start").then().statusCode(200);
    act(there, "finish").then().statusCode(200);
  }

  @Test
  void nothing_public_tells_who_is_there() {
    String reference = booked(slots.get(0));
    String arrived = arrive(reference).then().statusCode(201).extract().path("ticket.id");
    String mine = walkIn().path("publicId");
    call(arrived, cafCounter(), null).then().statusCode(200);
    String other = queue().path("present[0].publicId");
    List<String> open =
        new ArrayList<>(
            List.of(
                api().get("/sites/{id}/board", moyaux.id()).asString(),
                api().get("/sites/{id}/status", moyaux.id()).asString(),
                api().get("/tickets/{id}", mine).asString()));
    try (EventStream screen = board(0L)) {
      int all = api().get("/sites/{id}/board", moyaux.id()).path("seq");
      screen.next(all).forEach(event -> open.add(event.data()));
    }
    assertThat(open)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain("Jeanne", "Lefèvre", reference, other, "claire", "ticketId"));
  }

  @Test
  void a_number_is_nobodys_business_the_next_day() {
    String publicId = walkIn().path("publicId");
    clock.advance(Duration.ofDays(1));
    api().get("/tickets/{id}", publicId).then().statusCode(404);
    api().get("/tickets/{id}", "AAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404);
  }

  @Test
  void with_no_open_counter_the_wait_is_unknown() {
    api()
        .get("/sites/{id}/status", moyaux.id())
        .then()
        .statusCode(200)
        .body("openCounters", equalTo(1))
        .body("estimate.fromMinutes", equalTo(0));
    api().post("/counters/{id}/close", counter).then().statusCode(200);
    api()
        .get("/sites/{id}/status", moyaux.id())
        .then()
        .body("openCounters", equalTo(0))
        .body("estimate", nullValue());
  }

  @Test
  void a_house_without_a_queue_has_an_empty_board() {
    api()
        .get("/sites/{id}/board", sees.id())
        .then()
        .statusCode(200)
        .body("seq", equalTo(0))
        .body("calls", empty())
        .body("now", notNullValue());
    api().get("/sites/999999/board").then().statusCode(404);
    api().get("/sites/999999/status").then().statusCode(404);
    for (Long lastEventId : new Long[] {null, 0L, 7L}) {
      try (EventStream nowhere = EventStream.open("/sites/999999/board/stream", lastEventId)) {
        assertThat(nowhere.status()).isEqualTo(404);
      }
    }
  }

  @Test
  void measured_visits_change_the_estimate() {
    for (int i = 0; i < 20; i++) {
      String ticket = waiting();
      next(counter);
      act(ticket, "start");
      clock.advance(Duration.ofMinutes(40));
      act(ticket, "finish").then().statusCode(200);
      if (i == 8) {
        clock.advance(Duration.ofDays(1));
        api().post("/counters/{id}/open", counter).then().statusCode(200);
      }
    }
    waiting();
    waiting();
    queue()
        .then()
        .body("waiting", hasSize(2))
        .body("waiting[1].estimate.toMinutes", greaterThan(40));
  }

  @Test
  void one_address_follows_a_hundred_streams_and_no_more() {
    List<EventStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        open.add(board(null));
      }
      assertThat(open).allMatch(stream -> stream.status() == 200);
      try (EventStream one = board(null)) {
        assertThat(one.status()).isEqualTo(429);
        assertThat(one.header("Retry-After")).isEqualTo("60");
      }
    } finally {
      open.forEach(EventStream::close);
    }
  }
}

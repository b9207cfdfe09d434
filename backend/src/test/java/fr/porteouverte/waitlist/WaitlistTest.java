package fr.porteouverte.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Heard;
import fr.porteouverte.booking.Sweeper;
import fr.porteouverte.booking.visitor.EraseVisitors;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.outbox.WithoutTextMessages;
import fr.porteouverte.slot.Materialiser;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitlistTest extends WaitlistSuite {
  @Inject Heard heard;
  @Inject ForgetPast forgetPast;
  @Inject Sweeper sweeper;
  @Inject EraseVisitors visitors;
  @Inject Arrivals arrivals;
  @Inject Transactions transactions;
  @Inject Materialiser materialiser;

  @Test
  void a_freed_place_is_offered_to_who_asked_first() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response second = person("zoe", slots.get(1), rsa);
    Response first = waiting("bao", slots.get(3));
    ask(second).then().statusCode(200);
    heard.clear();
    cancel(leaves).then().statusCode(200);
    isOffered(first, slots.get(0))
        .body("waiting", equalTo(true))
        .body("offer.slot.start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("offer.slot.remaining", equalTo(1))
        .body("offer.expiresAt", equalTo("2026-11-23T08:45:00+01:00"));
    isOfferedNothing(second);
    assertThat(heard.offered())
        .singleElement()
        .satisfies(
            offer -> {
              assertThat(offer.slotStart()).isEqualTo(TUESDAY);
              assertThat(offer.siteId()).isEqualTo(moyaux.id());
              assertThat(offer.expiresAt())
                  .isEqualTo(TestClock.MONDAY.plus(Duration.ofMinutes(45)));
            });
  }

  @Test
  void asking_again_keeps_ones_turn() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    ask(first).then().statusCode(200);
    cancel(leaves);
    isOffered(first, slots.get(0));
    isOfferedNothing(second);
  }

  @Test
  void while_it_is_offered_nobody_else_has_the_place_and_the_person_does() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    String hold = look(first).path("offer.holdId");
    book(slots.get(0), rsa).then().statusCode(409);
    hold(slots.get(0), rsa).then().statusCode(409);
    move(second, slots.get(0), null).then().statusCode(409);
    move(second, slots.get(0), hold).then().statusCode(409);
    Map<String, Object> withTheirHold = new HashMap<>(booking(slots.get(0), rsa));
    withTheirHold.put("holdId", hold);
    api()
        .contentType(ContentType.JSON)
        .body(withTheirHold)
        .post("/bookings")
        .then()
        .statusCode(409);
    take(first).then().statusCode(200).body("start", equalTo("2026-11-24T09:00:00+01:00"));
    look(first).then().body("waiting", equalTo(false)).body("offer", nullValue());
    assertThat(settled("accepted")).isEqualTo(1);
    assertThat(timetable.number("select count(*) from hold where booking_id is not null"))
        .as("the place that this freed is offered to the next")
        .isEqualTo(1);
  }

  @Test
  void to_take_it_the_slot_is_enough() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    cancel(leaves);
    move(first, slots.get(0), null).then().statusCode(200);
    assertThat(settled("accepted")).isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void each_who_moves_up_leaves_a_place_to_the_next_until_the_last_one_is_public() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(1));
    Response second = waiting("chloe", slots.get(2));
    Response third = waiting("zoe", slots.get(3));
    cancel(leaves);
    take(first).then().statusCode(200);
    isOffered(second, slots.get(1));
    take(second).then().statusCode(200);
    isOffered(third, slots.get(2));
    take(third).then().statusCode(200);
    book(slots.get(3), rsa).then().statusCode(201);
    assertThat(seats()).isEqualTo(4);
  }

  @Test
  void what_one_refuses_goes_to_the_next_and_after_the_last_one_to_the_public() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    refuse(first).then().statusCode(200).body("waiting", equalTo(true)).body("offer", nullValue());
    isOffered(second, slots.get(0));
    refuse(first).then().statusCode(200);
    refuse(second).then().statusCode(200);
    isOfferedNothing(first, second);
    book(slots.get(0), rsa).then().statusCode(201);
    assertThat(settled("refused")).isEqualTo(2);
  }

  @Test
  void what_one_does_not_take_in_time_goes_to_the_next_without_a_gap_for_others() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    clock.advance(Duration.ofMinutes(45));
    isOfferedNothing(first, second);
    book(slots.get(0), rsa).then().statusCode(409);
    rounds.run();
    isOfferedNothing(first);
    isOffered(second, slots.get(0));
    clock.advance(Duration.ofMinutes(45));
    rounds.run();
    rounds.run();
    isOfferedNothing(first, second);
    assertThat(settled("expired")).isEqualTo(2);
    book(slots.get(0), rsa).then().statusCode(201);
  }

  @Test
  void when_no_round_comes_the_place_is_public_all_the_same() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    cancel(leaves);
    clock.advance(Duration.ofMinutes(47));
    book(slots.get(0), rsa).then().statusCode(201);
    rounds.run();
    isOfferedNothing(first);
    assertThat(settled("expired")).isEqualTo(1);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void a_place_that_is_not_earlier_is_offered_to_nobody() {
    Response leaves = person("ana", slots.get(2), rsa);
    Response early = waiting("bao", slots.get(0));
    cancel(leaves);
    isOfferedNothing(early);
    book(slots.get(2), rsa).then().statusCode(201);
  }

  @Test
  void a_place_of_another_house_or_for_something_else_is_offered_to_nobody() {
    var lisieux = fixtures.site("Lisieux");
    var other = fixtures.procedure("impots", caf, 30);
    List<String> there = timetable.add(Timetable.Session.of(lisieux, caf, TUESDAY, 1, rsa));
    List<String> taxes = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 1, other));
    Response elsewhere = person("ana", there.get(0), rsa);
    Response forTaxes = person("eva", taxes.get(0), other);
    Response waits = waiting("bao", slots.get(3));
    cancel(elsewhere);
    cancel(forTaxes);
    isOfferedNothing(waits);
  }

  @Test
  void nobody_is_offered_more_than_two_places_a_day_nor_one_place_twice() {
    Response a = person("ana", slots.get(0), rsa);
    Response b = person("eva", slots.get(1), rsa);
    Response c = person("luc", slots.get(2), rsa);
    Response waits = waiting("bao", slots.get(3));
    cancel(a);
    refuse(waits);
    Response again = person("ana", slots.get(0), rsa);
    cancel(again);
    isOfferedNothing(waits);
    cancel(b);
    isOffered(waits, slots.get(1));
    refuse(waits);
    cancel(c);
    isOfferedNothing(waits);
  }

  @Test
  void the_next_day_one_is_offered_places_again() {
    List<String> late =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 4, rsa));
    Response a = person("ana", late.get(0), rsa);
    Response b = person("eva", late.get(1), rsa);
    Response c = person("luc", late.get(2), rsa);
    Response waits = waiting("bao", late.get(3));
    cancel(a);
    refuse(waits);
    cancel(b);
    refuse(waits);
    clock.advance(Duration.ofDays(1));
    cancel(c);
    isOffered(waits, late.get(2));
  }

  @Test
  void one_person_has_one_offer_at_a_time() {
    Response a = person("ana", slots.get(0), rsa);
    Response b = person("eva", slots.get(1), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(a);
    cancel(b);
    isOffered(first, slots.get(0));
    isOffered(second, slots.get(1));
  }

  @Test
  void a_longer_visit_is_offered_a_place_once_all_of_its_run_is_free() {
    Response a = person("ana", slots.get(0), rsa);
    Response b = person("eva", slots.get(1), rsa);
    Response waits = waiting("bao", slots.get(2), longOne);
    cancel(b);
    isOfferedNothing(waits);
    cancel(a);
    isOffered(waits, slots.get(0)).body("offer.slot.end", equalTo("2026-11-24T10:00:00+01:00"));
    book(slots.get(1), rsa).then().statusCode(409);
    assertThat(seats()).isEqualTo(4);
    take(waits).then().statusCode(200).body("end", equalTo("2026-11-24T10:00:00+01:00"));
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void an_offer_that_lives_while_the_visit_gets_longer_is_taken_as_long_as_there_is_room() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response waits = waiting("bao", slots.get(3));
    cancel(leaves);
    isOffered(waits, slots.get(0)).body("offer.slot.end", equalTo("2026-11-24T09:30:00+01:00"));
    timetable.change("update procedure set duration_minutes = 60 where code = 'rsa'");
    take(waits).then().statusCode(200).body("end", equalTo("2026-11-24T10:00:00+01:00"));
    assertThat(settled("accepted")).isEqualTo(1);
    assertThat(seats()).isEqualTo(2);
    book(slots.get(1), rsa).then().statusCode(409);
  }

  @Test
  void
      an_offer_that_lives_while_the_visit_gets_longer_than_its_room_is_refused_and_nothing_is_lost() {
    Response leaves = person("ana", slots.get(0), rsa);
    person("eva", slots.get(1), rsa);
    Response waits = waiting("bao", slots.get(3));
    cancel(leaves);
    isOffered(waits, slots.get(0));
    timetable.change("update procedure set duration_minutes = 60 where code = 'rsa'");
    take(waits).then().statusCode(409);
    mine(waits)
        .get("/bookings/" + waits.path("reference"))
        .then()
        .body("start", equalTo("2026-11-24T10:30:00+01:00"));
    refuse(waits).then().statusCode(200);
    assertThat(timetable.number("select count(*) from seat where expires_at is not null")).isZero();
  }

  @Test
  void an_offer_that_lives_while_the_visit_gets_shorter_gives_the_rest_back() {
    Response a = person("ana", slots.get(0), longOne);
    Response waits = waiting("bao", slots.get(2), longOne);
    cancel(a);
    isOffered(waits, slots.get(0)).body("offer.slot.end", equalTo("2026-11-24T10:00:00+01:00"));
    timetable.change("update procedure set duration_minutes = 30 where id = " + longOne.id());
    take(waits).then().statusCode(200).body("end", equalTo("2026-11-24T09:30:00+01:00"));
    assertThat(seats()).isEqualTo(1);
    book(slots.get(1), rsa).then().statusCode(201);
  }

  @Test
  void a_longer_visit_whose_run_begins_before_the_freed_place_is_offered_that_run() {
    Response b = person("eva", slots.get(1), rsa);
    Response waits = waiting("bao", slots.get(2), longOne);
    cancel(b);
    isOffered(waits, slots.get(0));
    refuse(waits);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void a_longer_visit_that_is_cancelled_leaves_a_place_to_each_of_two() {
    Response a = person("ana", slots.get(0), longOne);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(a);
    isOffered(first, slots.get(0));
    isOffered(second, slots.get(1));
  }

  @Test
  void what_the_night_frees_is_public_at_once_and_offered_in_the_morning_if_it_is_still_free() {
    List<String> late =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 4, rsa));
    Response a = person("ana", late.get(0), rsa);
    Response b = person("eva", late.get(1), rsa);
    Response first = waiting("bao", late.get(2));
    Response second = waiting("zoe", late.get(3));
    clock.set(Instant.parse("2026-11-23T19:00:00Z"));
    cancel(a);
    cancel(b);
    isOfferedNothing(first, second);
    book(late.get(0), rsa).then().statusCode(201);
    clock.set(Instant.parse("2026-11-24T06:59:59Z"));
    rounds.run();
    isOfferedNothing(first, second);
    clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    rounds.run();
    rounds.run();
    isOffered(first, late.get(1));
    isOfferedNothing(second);
  }

  @Test
  void an_offer_that_ends_at_night_is_given_on_in_the_morning() {
    List<String> late =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 4, rsa));
    Response a = person("ana", late.get(0), rsa);
    Response first = waiting("bao", late.get(2));
    Response second = waiting("zoe", late.get(3));
    clock.set(Instant.parse("2026-11-23T18:59:00Z"));
    cancel(a);
    isOffered(first, late.get(0));
    clock.advance(Duration.ofMinutes(45));
    rounds.run();
    isOfferedNothing(first, second);
    clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    rounds.run();
    isOffered(second, late.get(0));
  }

  @Test
  void a_place_within_two_hours_is_offered_to_nobody() {
    List<String> late =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofHours(3)), 4, rsa));
    Response a = person("ana", late.get(0), rsa);
    Response b = person("eva", late.get(1), rsa);
    Response waits = waiting("bao", late.get(3));
    clock.set(TUESDAY.plus(Duration.ofHours(1)).plusSeconds(1));
    cancel(a).then().statusCode(200);
    isOfferedNothing(waits);
    cancel(b).then().statusCode(200);
    isOffered(waits, late.get(1));
  }

  @Test
  void an_offer_ends_before_the_notice_does() {
    List<String> noticed =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 4, rsa).notice(24 * 60 + 30));
    Response a = person("ana", noticed.get(0), rsa);
    Response b = person("eva", noticed.get(1), rsa);
    Response waits = waiting("bao", noticed.get(3));
    clock.advance(Duration.ofMinutes(20));
    cancel(a);
    isOffered(waits, noticed.get(0)).body("offer.expiresAt", equalTo("2026-11-23T08:30:00+01:00"));
    refuse(waits);
    clock.advance(Duration.ofMinutes(35));
    cancel(b);
    isOfferedNothing(waits);
  }

  @Test
  void whoever_cancels_gives_up_wish_and_offer() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    cancel(first).then().statusCode(200);
    look(first)
        .then()
        .body("waiting", equalTo(false))
        .body("possible", equalTo(false))
        .body("offer", nullValue());
    assertThat(look(second).<String>path("offer.slot.id")).isEqualTo(slots.get(0));
    assertThat(settled("withdrawn")).isEqualTo(1);
    book(slots.get(2), rsa).then().statusCode(201);
  }

  @Test
  void whoever_moves_elsewhere_gives_up_wish_and_offer() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    move(first, slots.get(1), null).then().statusCode(200);
    look(first).then().body("waiting", equalTo(false)).body("offer", nullValue());
    isOffered(second, slots.get(0));
    assertThat(settled("withdrawn")).isEqualTo(1);
  }

  @Test
  void whoever_takes_the_wish_back_gives_up_the_offer() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    mine(first)
        .delete(path(first, "waitlist-entry"))
        .then()
        .statusCode(200)
        .body("waiting", equalTo(false))
        .body("possible", equalTo(true))
        .body("offer", nullValue());
    isOffered(second, slots.get(0));
  }

  @Test
  void whoever_is_there_gives_up_the_offer_and_the_next_round_gives_it_on() {
    List<String> today =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofHours(4)), 4, rsa));
    Response leaves = person("ana", today.get(0), rsa);
    Response first = waiting("bao", today.get(2));
    Response second = waiting("zoe", today.get(3));
    cancel(leaves);
    isOffered(first, today.get(0));
    transactions.run(
        () ->
            arrivals.arrive(
                arrivals.find(first.path("reference")).orElseThrow().bookingId(),
                moyaux.id(),
                LocalDate.of(2026, 11, 23),
                new Arrivals.Who("claire", "counter"),
                clock.now()));
    isOfferedNothing(first, second);
    rounds.run();
    isOffered(second, today.get(0));
    assertThat(settled("withdrawn")).isEqualTo(1);
  }

  @Test
  void without_an_address_for_messages_there_is_no_list() {
    Response silent = person(Map.of(), slots.get(0), rsa);
    Response landline = person(Map.of("phone", "02 31 61 00 00"), slots.get(1), rsa);
    Response refuses =
        person(Map.of("email", "a@exemple.fr", "contactBy", "none"), slots.get(2), rsa);
    Response mobile = person(Map.of("phone", "06 12 34 56 78"), slots.get(3), rsa);
    for (Response made : List.of(silent, landline, refuses)) {
      look(made).then().statusCode(200).body("possible", equalTo(false));
      ask(made).then().statusCode(409).body("type", equalTo("/problems/conflict"));
    }
    ask(mobile).then().statusCode(200).body("possible", equalTo(true));
  }

  @Test
  void where_no_text_message_is_sent_a_mobile_alone_is_no_address() {
    WithoutTextMessages.install();
    Response mobile = person(Map.of("phone", "06 12 34 56 78"), slots.get(3), rsa);
    look(mobile).then().statusCode(200).body("possible", equalTo(false));
    ask(mobile).then().statusCode(409);
  }

  @Test
  void who_cannot_be_written_to_any_more_is_passed_over() {
    WithoutTextMessages.install();
    Response leaves = person("ana", slots.get(0), rsa);
    Response bounced = waiting("bao", slots.get(1));
    Response onlyMobile = waiting("eva", slots.get(2));
    Response reached = waiting("zoe", slots.get(3));
    timetable.change(
        "update outbox set state = 'bounced', reason = 'mailbox-unknown', settled_at = created_at"
            + " where kind = 'confirmation' and booking_id = "
            + idOf(bounced));
    timetable.change(
        "update booking set email = null, phone = '+33612345678', contact_by = 'sms' where id = "
            + idOf(onlyMobile));
    cancel(leaves);
    isOfferedNothing(bounced, onlyMobile);
    isOffered(reached, slots.get(0));
  }

  @Test
  void an_offer_of_which_nobody_hears_is_cut_short_for_the_next_in_turn() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    cancel(leaves);
    rounds.run();
    isOffered(first, slots.get(0));
    timetable.change(
        "update outbox set state = 'refused', reason = 'mailbox-refused', settled_at = created_at"
            + " where kind = 'waitlistOffer' and booking_id = "
            + idOf(first));
    rounds.run();
    isOfferedNothing(first);
    isOffered(second, slots.get(0));
    book(slots.get(0), rsa).then().statusCode(409);
    assertThat(seats()).isEqualTo(3);
  }

  private long idOf(Response made) {
    return timetable.number(
        "select id from booking where reference = '" + made.path("reference") + "'");
  }

  @Test
  void the_house_has_its_own_night() {
    List<String> late =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 4, rsa));
    Response a = person("ana", late.get(0), rsa);
    Response first = waiting("bao", late.get(2));
    timetable.change(
        "insert into message_settings values ("
            + moyaux.id()
            + ", 2, time '17:00', true, time '10:00', time '18:00', time '09:30', true, 0)");
    clock.set(Instant.parse("2026-11-23T17:30:00Z"));
    cancel(a);
    isOfferedNothing(first);
    clock.set(Instant.parse("2026-11-24T08:29:59Z"));
    rounds.run();
    isOfferedNothing(first);
    clock.set(Instant.parse("2026-11-24T08:30:00Z"));
    rounds.run();
    isOffered(first, late.get(0));
  }

  @Test
  void what_somebody_held_and_gave_back_is_offered_at_once() {
    Response held = hold(slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    api().delete("/holds/" + held.path("id")).then().statusCode(204);
    isOffered(first, slots.get(0));
    book(slots.get(0), rsa).then().statusCode(409);
    assertThat(seats()).isEqualTo(2);
    api().delete("/holds/" + held.path("id")).then().statusCode(204);
    isOffered(first, slots.get(0));
  }

  @Test
  void a_hold_of_which_a_booking_was_made_is_no_place_that_is_given_back() {
    Response held = hold(slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Map<String, Object> withHold = new HashMap<>(booking(slots.get(0), rsa));
    withHold.put("holdId", held.path("id"));
    api().contentType(ContentType.JSON).body(withHold).post("/bookings").then().statusCode(201);
    api().delete("/holds/" + held.path("id")).then().statusCode(204);
    rounds.run();
    isOfferedNothing(first);
  }

  @Test
  void what_a_hold_leaves_that_expired_is_offered_by_the_next_round_if_it_is_still_free() {
    hold(slots.get(0), longOne).then().statusCode(201);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    clock.advance(Duration.ofMinutes(10));
    book(slots.get(1), rsa).then().statusCode(201);
    rounds.run();
    isOffered(first, slots.get(0));
    isOfferedNothing(second);
    rounds.run();
    isOfferedNothing(second);
    assertThat(seats()).isEqualTo(4);
  }

  @Test
  void the_sweeper_takes_no_place_from_the_list() {
    hold(slots.get(0), rsa).then().statusCode(201);
    Response first = waiting("bao", slots.get(2));
    clock.advance(Duration.ofMinutes(10));
    sweeper.run();
    isOffered(first, slots.get(0));
    assertThat(timetable.number("select count(*) from hold")).isEqualTo(1);
  }

  @Test
  void what_more_room_opens_is_offered_by_the_next_round() {
    Response first = fullTuesday();
    timetable.change("update permanence set capacity = 2");
    again();
    isOfferedNothing(first);
    rounds.run();
    isOffered(first, slots.get(0));
    assertThat(timetable.number("select count(*) from waitlist_freed"))
        .as("places later than the appointment are of no use")
        .isZero();
  }

  @Test
  void what_a_lifted_closure_opens_is_offered_by_the_next_round() {
    timetable.change(
        "insert into closure (site_id, from_time, to_time) values ("
            + moyaux.id()
            + ", timestamp '2026-11-25 00:00:00', timestamp '2026-11-26 00:00:00')");
    again();
    Response first =
        waiting(
            "bao",
            timetable.text(
                "select cast(min(id) as varchar) from slot where start_at > timestamp with time"
                    + " zone '2026-11-25 00:00:00+01:00'"));
    rounds.run();
    isOfferedNothing(first);
    timetable.change("delete from closure");
    again();
    rounds.run();
    look(first).then().body("offer.slot.start", equalTo("2026-11-25T09:00:00+01:00"));
  }

  @Test
  void what_a_closure_opens_that_nobody_waits_for_is_public() {
    again();
    assertThat(timetable.number("select count(*) from waitlist_freed")).isZero();
  }

  /** The places of Tuesday's first two hours are taken; who has the last one waits. */
  private Response fullTuesday() {
    timetable.change("update permanence set first_date = date '2026-11-24'");
    for (int i = 0; i < 3; i++) {
      book(slots.get(i), rsa).then().statusCode(201);
    }
    return waiting("bao", slots.get(3));
  }

  private void again() {
    transactions.run(() -> materialiser.again(timetable.number("select max(id) from permanence")));
  }

  @Test
  void who_wants_no_more_messages_is_passed_over() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    Response second = waiting("zoe", slots.get(3));
    mine(first)
        .contentType(ContentType.JSON)
        .body(Map.of("contactBy", "none"))
        .put(path(first, "contact-by"))
        .then()
        .statusCode(200);
    cancel(leaves);
    isOfferedNothing(first);
    isOffered(second, slots.get(0));
  }

  @Test
  void whoever_leaves_the_page_has_not_refused_and_an_offer_is_not_extended() {
    Response leaves = person("ana", slots.get(0), rsa);
    Response first = waiting("bao", slots.get(2));
    cancel(leaves);
    String hold = look(first).path("offer.holdId");
    api().delete("/holds/" + hold).then().statusCode(204);
    api().post("/holds/" + hold + "/extension").then().statusCode(409);
    book(slots.get(0), rsa).then().statusCode(409);
    take(first).then().statusCode(200);
  }

  @Test
  void a_wish_ends_with_the_beginning_of_the_appointment() {
    Response first = waiting("bao", slots.get(0));
    clock.set(TUESDAY.minusSeconds(1));
    forgetPast.run();
    look(first).then().body("waiting", equalTo(true));
    clock.set(TUESDAY);
    forgetPast.run();
    look(first).then().body("waiting", equalTo(false)).body("possible", equalTo(false));
  }

  @Test
  void offers_are_forgotten_once_their_places_are_past_and_no_longer_counted() {
    Response leaves = person("ana", slots.get(0), rsa);
    waiting("bao", slots.get(2));
    cancel(leaves);
    clock.advance(Duration.ofMinutes(45));
    rounds.run();
    clock.set(TUESDAY.plus(Duration.ofDays(2)));
    forgetPast.run();
    assertThat(settled("expired")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    forgetPast.run();
    assertThat(settled("expired")).isZero();
  }

  @Test
  void a_year_after_a_visit_nobody_knows_whose_it_was_and_its_link_opens_nothing() {
    Response made =
        person(
            Map.of("email", "ana@exemple.fr", "phone", "06 12 34 56 78", "bookedBy", "sa fille"),
            slots.get(0),
            rsa);
    Response later = person("zoe", slots.get(1), rsa);
    clock.set(TUESDAY.plus(Duration.ofDays(365)).plus(Duration.ofMinutes(30)));
    visitors.run();
    assertThat(known()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(1));
    visitors.run();
    visitors.run();
    assertThat(known()).isEqualTo(1);
    assertThat(
            timetable.text(
                "select first_name || last_name || coalesce(email, '') || coalesce(phone, '') ||"
                    + " coalesce(booked_by, '') || contact_by || secret_version || state from"
                    + " booking where id = "
                    + idOf(made)))
        .isEqualTo("——none2booked");
    mine(made).get("/bookings/" + made.path("reference")).then().statusCode(404);
    mine(later)
        .get("/bookings/" + later.path("reference"))
        .then()
        .statusCode(200)
        .body("visitor.email", equalTo("zoe@exemple.fr"));
  }

  private long known() {
    return timetable.number("select count(*) from booking where last_name = 'Lefèvre'");
  }

  @Test
  void a_wrong_secret_learns_nothing_of_the_list() {
    Response first = waiting("bao", slots.get(2));
    String there = path(first, "waitlist-entry");
    api().get(there).then().statusCode(404);
    api().header("Booking-Secret", "A".repeat(24)).put(there).then().statusCode(404);
    api().header("Booking-Secret", "A".repeat(24)).delete(there).then().statusCode(404);
    api().post(there + "/refusal").then().statusCode(404);
    look(first).then().body("waiting", equalTo(true));
  }

  private long settled(String as) {
    return timetable.number("select count(*) from waitlist_offer where state = '" + as + "'");
  }
}

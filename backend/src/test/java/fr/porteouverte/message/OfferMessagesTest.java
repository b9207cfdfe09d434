package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.waitlist.WaitlistRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asked for an earlier slot hears of one; who changes the way to be told is told that way. */
@QuarkusTest
class OfferMessagesTest extends MessageSuite {
  @Inject WaitlistRules rules;

  private ValidatableResponse wish(JsonPath booking) {
    return api()
        .header("Booking-Secret", booking.getString("secret"))
        .put("/bookings/" + booking.getString("reference") + "/waitlist-entry")
        .then();
  }

  private ValidatableResponse reachBy(JsonPath booking, String way) {
    return api()
        .contentType(ContentType.JSON)
        .header("Booking-Secret", booking.getString("secret"))
        .body(Map.of("contactBy", way))
        .put("/bookings/" + booking.getString("reference") + "/contact-by")
        .then();
  }

  @Test
  void the_person_in_turn_is_written_to_and_takes_the_slot_from_the_mail() {
    JsonPath early = booked(slots.get(0), jeanne("email", "early@example.org"));
    JsonPath late = booked(slots.get(6), jeanne("email", "late@example.org"));
    wish(late).statusCode(200);
    mails();
    Post.clear();

    cancel(early).then().statusCode(200);

    ReceivedMail offer =
        mails().stream()
            .filter(mail -> mail.to().equals("late@example.org"))
            .findFirst()
            .orElseThrow();
    assertThat(offer.subject())
        .isEqualTo("Une place plus tôt : le mardi 1er décembre à 9\u00a0h, Moyaux");
    assertThat(offer.text())
        .contains("Votre rendez-vous aujourd’hui : mardi 1er décembre 2026 à 12\u00a0h")
        .contains("Place gardée jusqu’à : 8\u00a0h\u00a045");
    assertThat(offer.attached()).isEmpty();
    move(late, slots.get(0))
        .then()
        .statusCode(200)
        .body("start", equalTo("2026-12-01T09:00:00+01:00"));
  }

  @Test
  void an_offer_that_is_over_is_not_sent_any_more() {
    JsonPath early = booked(slots.get(0), jeanne("email", "early@example.org"));
    JsonPath late = booked(slots.get(6), jeanne("email", "late@example.org"));
    wish(late).statusCode(200);
    mails();
    Post.clear();
    cancel(early).then().statusCode(200);
    api()
        .header("Booking-Secret", late.getString("secret"))
        .post("/bookings/" + late.getString("reference") + "/waitlist-entry/refusal")
        .then()
        .statusCode(200);

    assertThat(mails()).extracting(ReceivedMail::to).doesNotContain("late@example.org");
  }

  @Test
  void a_mobile_alone_is_enough_where_text_messages_are_sent_until_its_number_proves_dead() {
    JsonPath early = booked(slots.get(0), jeanne("email", "early@example.org"));
    JsonPath late = booked(slots.get(6), jeanne("phone", "06 12 34 56 78"));
    wish(late).statusCode(200).body("possible", equalTo(true));
    mails();
    cancel(early).then().statusCode(200);
    long offer = timetable.number("select id from waitlist_offer");
    assertThat(rules.unheard(List.of(offer))).isEmpty();

    Post.gateway = sms -> new Post.Answer(404, "{}");
    texts();

    assertThat(states("waitlistOffer")).isEqualTo("sms:refused");
    assertThat(rules.unheard(List.of(offer, offer + 1))).containsExactly(offer);
    api()
        .header("Booking-Secret", late.getString("secret"))
        .get("/bookings/" + late.getString("reference") + "/waitlist-entry")
        .then()
        .statusCode(200)
        .body("possible", equalTo(false));
  }

  @Test
  void a_house_that_does_not_want_it_offers_nothing() {
    timetable.change(
        "insert into message_settings values ("
            + moyaux.id()
            + ", 2, time '18:00', true, time '08:00', time '20:00', time '08:00', false, 0)");
    JsonPath late = booked(slots.get(6), jeanne("email", "late@example.org"));

    api()
        .header("Booking-Secret", late.getString("secret"))
        .get("/bookings/" + late.getString("reference") + "/waitlist-entry")
        .then()
        .statusCode(200)
        .body("possible", equalTo(false));
    wish(late).statusCode(409);
  }

  @Test
  void who_changes_the_way_is_reminded_the_new_way() {
    JsonPath booking =
        booked(
            slots.get(2),
            jeanne("email", "j@example.org", "phone", "06 12 34 56 78", "contactBy", "email"));
    mails();
    reachBy(booking, "sms").statusCode(200);
    Post.clear();

    clock.set(TUESDAY.minus(Duration.ofHours(39)));

    assertThat(mails()).isEmpty();
    assertThat(texts()).hasSize(1);
    assertThat(states("reminder")).isEqualTo("sms:sent");
  }

  @Test
  void who_wants_no_more_messages_gets_none() {
    JsonPath booking = booked(slots.get(2), jeanne("email", "j@example.org"));
    mails();
    reachBy(booking, "none").statusCode(200);
    Post.clear();

    clock.set(TUESDAY.minus(Duration.ofHours(1)));

    assertThat(mails()).isEmpty();
    assertThat(timetable.number("select count(*) from outbox where state = 'waiting'")).isZero();
  }

  @Test
  void who_wants_to_be_called_is_on_the_call_sheet() {
    JsonPath booking =
        booked(
            slots.get(2),
            jeanne("email", "j@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    mails();

    reachBy(booking, "call").statusCode(200);

    assertThat(states("reminder")).isEqualTo("call:waiting");
    assertThat(states("morningReminder")).isEmpty();
  }
}

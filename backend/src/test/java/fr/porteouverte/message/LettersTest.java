package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.job.Job;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What people get when they book, move and cancel. */
@QuarkusTest
class LettersTest extends MessageSuite {
  @Inject @Any Instance<Job> jobs;

  @Test
  void a_confirmation_names_day_time_house_papers_and_opens_the_booking() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    ReceivedMail mail = mail();

    assertThat(mail.to()).isEqualTo("jeanne@example.org");
    assertThat(mail.subject()).isEqualTo("Rendez-vous le mardi 1er décembre à 9\u00a0h, Moyaux");
    assertThat(mail.text())
        .contains("Bonjour Jeanne,")
        .contains("Quand : mardi 1er décembre 2026, de 9\u00a0h à 9\u00a0h\u00a030")
        .contains("1 rue de l’Église, 14590 Moyaux")
        .contains("Papiers à apporter :\n- Pièce d’identité\n")
        .doesNotContain("Lefèvre", "S’ils vous concernent", "heure locale");
    assertThat(mail.html())
        .contains("lang=\"fr\"")
        .contains("mardi 1er décembre 2026")
        .contains("<li>Pièce d’identité</li>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    api()
        .header("Booking-Secret", mail.secret())
        .get("/bookings/" + mail.reference())
        .then()
        .statusCode(200)
        .body("reference", equalTo(booking.getString("reference")));
  }

  @Test
  void an_english_reader_is_written_to_in_english() {
    booked(slots.get(1), jeanne("email", "jeanne@example.org", "language", "en"));

    ReceivedMail mail = mail();

    assertThat(mail.subject())
        .isEqualTo("Appointment on Tuesday 1 December at 9:30\u00a0am, Moyaux");
    assertThat(mail.text()).contains("Hello Jeanne,").contains("from 9:30\u00a0am to 10\u00a0am");
    assertThat(mail.html()).contains("lang=\"en\"");
    assertThat(mail.header("Content-Language")).isEqualTo("en");
  }

  @Test
  void papers_that_only_some_need_stand_apart_and_none_is_said_where_none_is_asked() {
    timetable.change("update procedure_document set required = false");
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    assertThat(mail().text())
        .contains("S’ils vous concernent :\n- Pièce d’identité\n")
        .doesNotContain("Papiers à apporter", "Aucun papier");
    Post.clear();
    timetable.change("delete from procedure_document");
    booked(slots.get(1), jeanne("email", "jeanne@example.org", "language", "en"));
    assertThat(mail().text()).contains("No papers are needed.").doesNotContain("Papers to bring");
  }

  @Test
  void overseas_the_time_is_said_to_be_the_houses() {
    var saintDenis = fixtures.site("Saint-Denis", "974", -20.8789, 55.4481);
    List<String> there = timetable.add(Timetable.Session.of(saintDenis, caf, TUESDAY, 2, rsa));
    booked(there.get(0), jeanne("email", "jeanne@example.org"));
    assertThat(mail().text())
        .contains("mardi 1er décembre 2026, de 12\u00a0h à 12\u00a0h\u00a030 (heure locale)");
    Post.clear();
    booked(there.get(1), jeanne("email", "jeanne@example.org", "language", "en"));
    assertThat(mail().text()).contains("from 12:30\u00a0pm to 1\u00a0pm (local time)");
  }

  @Test
  void who_cancels_is_proposed_nothing() {
    JsonPath own = booked(slots.get(0), jeanne("email", "own@example.org"));
    mails();
    Post.clear();
    cancel(own).then().statusCode(200);
    assertThat(mail().text()).contains("est annulé").doesNotContain("D’autres places proches");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_cancellation_by_the_house_proposes_the_nearest_free_slots() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    JsonPath houses = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mails();
    Post.clear();

    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", false))
        .post("/bookings/" + houses.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);

    ReceivedMail mail = mail();
    assertThat(mail.text())
        .contains(
            "D’autres places proches :\n- mardi 1er décembre 2026 à 9\u00a0h\n"
                + "- mardi 1er décembre 2026 à 9\u00a0h\u00a030\n"
                + "- mardi 1er décembre 2026 à 10\u00a0h\n")
        .contains("/creneau?site=" + moyaux.id() + "&demarche=" + rsa.id())
        .doesNotContain(houses.getString("secret"));
    assertThat(mail.html()).contains("<li>mardi 1er décembre 2026 à 9\u00a0h\u00a030</li>");
    assertThat(mail.attached().get(0).content()).contains("METHOD:CANCEL");
  }

  @Test
  void one_event_of_a_calendar_is_imported_updated_and_cancelled() throws Exception {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    VEvent first = event(mail(), "PUBLISH");
    Post.clear();

    clock.advance(Duration.ofMinutes(5));
    move(booking, slots.get(3)).then().statusCode(200);
    ReceivedMail moved = mail();
    VEvent second = event(moved, "PUBLISH");
    assertThat(moved.text()).contains("Au lieu du : mardi 1er décembre 2026 à 9\u00a0h");
    Post.clear();

    clock.advance(Duration.ofMinutes(5));
    cancel(booking).then().statusCode(200);
    VEvent third = event(mail(), "CANCEL");

    assertThat(second.getUid()).isEqualTo(first.getUid());
    assertThat(third.getUid()).isEqualTo(first.getUid());
    assertThat(first.getSequence().getSequenceNo())
        .isLessThan(second.getSequence().getSequenceNo());
    assertThat(second.getSequence().getSequenceNo())
        .isLessThan(third.getSequence().getSequenceNo());
    assertThat(first.getDateTimeStart().getValue()).isEqualTo("20261201T090000");
    assertThat(second.getDateTimeStart().getValue()).isEqualTo("20261201T103000");
    assertThat(third.getStatus().getValue()).isEqualTo("CANCELLED");
    for (VEvent event : List.of(first, second, third)) {
      assertThat(event.getOrganizer().getCalAddress().toString())
          .as("RFC 5546 wants one in every PUBLISH and CANCEL")
          .isEqualTo("mailto:ne-pas-repondre@localhost");
      assertThat(event.getOrganizer().getParameter("CN").orElseThrow().getValue())
          .isEqualTo("Moyaux");
    }
  }

  @Test
  void a_houses_name_stays_one_parameter_of_the_event() throws Exception {
    timetable.change(
        "update site set name = 'France; \"services\": Moyaux' || chr(13) || chr(10) || 'X-A:b, c'");
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    VEvent event = event(mail(), "PUBLISH");

    assertThat(event.getOrganizer().getParameter("CN").orElseThrow().getValue())
        .isEqualTo("France; 'services': Moyaux X-A:b, c");
    assertThat(event.getOrganizer().getValue()).isEqualTo("mailto:ne-pas-repondre@localhost");
    assertThat(event.getProperty("X-A")).isEmpty();
  }

  private static VEvent event(ReceivedMail mail, String method) throws Exception {
    assertThat(mail.attached()).hasSize(1);
    ReceivedMail.Attached file = mail.attached().get(0);
    assertThat(file.name()).isEqualTo("rendez-vous.ics");
    assertThat(file.type()).startsWith("text/calendar").contains("method=" + method);
    Calendar calendar = ReadBack.calendar(file.content());
    assertThat(calendar.getMethod().getValue()).isEqualTo(method);
    assertThat(calendar.getComponents("VEVENT")).hasSize(1);
    return (VEvent) calendar.getComponents("VEVENT").get(0);
  }

  @Test
  void a_mobile_gets_one_short_text_that_opens_the_booking() {
    booked(slots.get(2), jeanne("phone", "06 12 34 56 78"));

    assertThat(texts()).hasSize(1);
    JsonPath sms = JsonPath.from(texts().get(0).body());
    assertThat(sms.getString("to")).isEqualTo("+33612345678");
    assertThat(sms.getString("text"))
        .startsWith("RDV mar. 1er d")
        .contains("10 h, Moyaux")
        .contains("/rendez-vous/")
        .hasSizeLessThanOrEqualTo(160);
    assertThat(texts().get(0).authorization()).isEqualTo("Bearer " + Post.SMS_TOKEN);
    assertThat(
            timetable.number(
                "select segments from outbox where channel = 'sms' and state = 'sent'"))
        .isEqualTo(1);
    assertThat(mails()).isEmpty();
  }

  @Test
  void who_wants_no_message_gets_none_and_a_landline_gets_no_sms() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org", "contactBy", "none"));
    booked(slots.get(1), jeanne("phone", "02 31 00 00 00"));

    assertThat(mails()).isEmpty();
    assertThat(texts()).isEmpty();
    assertThat(states("reminder")).isEqualTo("call:waiting");
  }

  @Test
  void a_cause_is_told_once_however_often_it_is_written_or_sent() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    dispatcher.run();
    dispatcher.run();

    assertThat(mails()).hasSize(1);
    assertThat(timetable.number("select count(*) from outbox where kind = 'confirmation'"))
        .isEqualTo(1);
  }

  @Test
  void moving_to_the_slot_it_has_tells_nobody_anything() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mail();
    Post.clear();

    move(booking, slots.get(0)).then().statusCode(200);

    assertThat(mails()).isEmpty();
  }

  @Test
  void a_refused_booking_leaves_no_message_behind() {
    booked(slots.get(0), jeanne("email", "first@example.org"));

    book(slots.get(0), jeanne("email", "second@example.org")).then().statusCode(409);

    assertThat(timetable.number("select count(*) from outbox where kind = 'confirmation'"))
        .isEqualTo(1);
  }

  @Test
  void what_is_kept_of_a_message_does_not_open_the_booking() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mail();

    String kept = timetable.text("select subject || body from outbox where state = 'sent'");

    assertThat(kept).contains("/rendez-vous/" + booking.getString("reference"));
    assertThat(kept).doesNotContain(booking.getString("secret"));
  }

  @Test
  void the_words_of_a_message_are_erased_after_a_month_and_its_fate_stays() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mail();
    Job eraser =
        jobs.stream()
            .filter(job -> job.name().equals("outbox-erase-bodies"))
            .findFirst()
            .orElseThrow();
    timetable.change(
        "insert into local_outbox (outbox_id, address, language, text, sent_at) select id,"
            + " 'jeanne@example.org', 'fr', 'Bonjour Jeanne', sent_at from outbox where state ="
            + " 'sent'");

    clock.advance(Duration.ofDays(29));
    eraser.run();
    assertThat(timetable.number("select count(body) from outbox where state = 'sent'"))
        .isEqualTo(1);
    assertThat(timetable.number("select count(*) from local_outbox")).isEqualTo(1);

    clock.advance(Duration.ofDays(2));
    eraser.run();
    assertThat(timetable.number("select count(body) + count(subject) from outbox")).isZero();
    assertThat(timetable.number("select count(*) from local_outbox")).isZero();
    assertThat(states("confirmation")).isEqualTo("email:sent");
  }
}

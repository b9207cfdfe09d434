package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.message.reminder.Reminders;
import fr.porteouverte.message.settings.MessageSettings;
import fr.porteouverte.outbox.Bounces;
import fr.porteouverte.outbox.BrokenGateway;
import fr.porteouverte.outbox.DeafListener;
import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Servers stop, refuse, hang up and give back; nobody is forgotten, nobody is told twice. */
@QuarkusTest
class DeliveryTest extends MessageSuite {
  private static final String NOBODY = "550 5.1.1 no such user";

  @Inject Bounces returns;
  @Inject Reminders reminders;

  /** A server in the place of the usual one, for as long as the work takes. */
  private void with(Function<String, String> answers, Runnable work) {
    Post.stopMail();
    try (FussyMailServer server = new FussyMailServer(Post.smtpPort(), answers)) {
      work.run();
    } finally {
      Post.startMail();
    }
  }

  private void later() {
    clock.advance(Duration.ofHours(2));
  }

  @Test
  void a_stopped_mail_server_delays_and_loses_nothing() {
    Post.stopMail();
    booked(slots.get(0), jeanne("email", "one@example.org"));
    booked(slots.get(1), jeanne("email", "two@example.org"));
    dispatcher.run();
    assertThat(waiting("confirmation")).isEqualTo(2);
    assertThat(timetable.number("select max(attempts) from outbox where kind = 'confirmation'"))
        .as("one try tells that nobody is there")
        .isEqualTo(1);

    Post.startMail();
    later();

    assertThat(mails())
        .extracting(ReceivedMail::to)
        .containsExactlyInAnyOrder("one@example.org", "two@example.org");
  }

  @Test
  void one_that_cannot_be_written_does_not_keep_the_others_back() {
    booked(slots.get(0), jeanne("email", "one@example.org"));
    timetable.change("update outbox set detail = '{broken' where kind = 'confirmation'");
    booked(slots.get(1), jeanne("email", "two@example.org"));

    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("two@example.org");
    for (int i = 0; i < 5; i++) {
      later();
      dispatcher.run();
    }
    assertThat(states("confirmation"))
        .as("its person is called")
        .isEqualTo("email:refused email:sent call:waiting");
    assertThat(timetable.text("select reason from outbox where state = 'refused'"))
        .isEqualTo("composing-failed");
  }

  @Test
  void an_address_that_does_not_exist_is_refused_once_and_the_person_is_called() {
    booked(
        slots.get(0),
        jeanne("email", "gone@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));

    with(
        line -> line.startsWith("RCPT") ? "550 5.1.1 no such user" : FussyMailServer.friendly(line),
        dispatcher::run);

    assertThat(states("confirmation")).isEqualTo("email:refused call:waiting");
    assertThat(timetable.text("select reason from outbox where state = 'refused'"))
        .isEqualTo("mailbox-unknown");
    assertThat(mails()).isEmpty();
  }

  @Test
  void a_refused_mail_goes_to_the_mobile_before_anybody_has_to_call() {
    booked(
        slots.get(0),
        jeanne("email", "gone@example.org", "phone", "06 12 34 56 78", "contactBy", "email"));

    with(
        line -> line.startsWith("RCPT") ? "550 5.1.1 no such user" : FussyMailServer.friendly(line),
        dispatcher::run);

    assertThat(texts()).hasSize(1);
    assertThat(states("confirmation")).isEqualTo("email:refused sms:sent");
  }

  /** Two days before Tuesday, 18 h. */
  private void refusedReminder(Object... contact) {
    booked(slots.get(2), jeanne(contact));
    mail();
    clock.set(TUESDAY.minus(Duration.ofHours(39)));
    with(
        line -> line.startsWith("RCPT") ? NOBODY : FussyMailServer.friendly(line), dispatcher::run);
  }

  @Test
  void a_refused_reminder_goes_to_the_mobile_and_the_next_one_does_too() {
    refusedReminder("email", "gone@example.org", "phone", "06 12 34 56 78", "contactBy", "email");

    assertThat(texts()).hasSize(1);
    assertThat(states("reminder")).isEqualTo("email:refused sms:sent");
    assertThat(states("morningReminder")).isEqualTo("sms:waiting");
  }

  @Test
  void who_has_a_landline_is_called_for_a_refused_reminder() {
    refusedReminder("email", "gone@example.org", "phone", "02 31 00 00 00", "contactBy", "email");

    assertThat(states("reminder")).isEqualTo("email:refused call:waiting");
    assertThat(states("morningReminder")).isEmpty();
  }

  @Test
  void who_booked_the_day_before_the_last_open_day_is_called_for_a_refused_reminder() {
    clock.set(TUESDAY.minus(Duration.ofHours(18)));
    booked(
        slots.get(2),
        jeanne("email", "gone@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    mail();
    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    with(
        line -> line.startsWith("RCPT") ? NOBODY : FussyMailServer.friendly(line), dispatcher::run);

    assertThat(states("morningReminder")).isEqualTo("email:refused call:waiting");
  }

  @Test
  void a_server_that_does_not_relay_for_us_costs_nobody_their_message() {
    booked(slots.get(0), jeanne("email", "one@example.org"));
    booked(slots.get(1), jeanne("email", "two@example.org"));

    with(
        line ->
            line.startsWith("RCPT")
                ? "554 5.7.1 <one@example.org>: Relay access denied"
                : FussyMailServer.friendly(line),
        dispatcher::run);
    assertThat(states("confirmation")).isEqualTo("email:waiting email:waiting");
    assertThat(timetable.number("select sum(attempts) from outbox where kind = 'confirmation'"))
        .as("one try tells")
        .isEqualTo(1);
    later();

    assertThat(mails()).hasSize(2);
  }

  @Test
  void a_server_that_dislikes_one_mail_is_given_the_next_one() {
    booked(slots.get(0), jeanne("email", "one@example.org"));
    booked(slots.get(1), jeanne("email", "two@example.org"));

    with(
        line ->
            line.equals("DATA.")
                ? "550 5.7.1 author of this mail: sender not authorised"
                : FussyMailServer.friendly(line),
        dispatcher::run);
    assertThat(timetable.number("select sum(attempts) from outbox where kind = 'confirmation'"))
        .isEqualTo(2);

    timetable.change("update outbox set attempts = 11 where kind = 'confirmation'");
    later();
    with(line -> line.equals("DATA.") ? "554 no" : FussyMailServer.friendly(line), dispatcher::run);
    assertThat(states("confirmation"))
        .as("not for ever")
        .isEqualTo("email:refused email:refused call:waiting call:waiting");
  }

  @Test
  void a_server_that_says_later_is_asked_later() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    with(
        line -> line.startsWith("RCPT") ? "451 4.2.1 try again" : FussyMailServer.friendly(line),
        dispatcher::run);
    assertThat(states("confirmation")).isEqualTo("email:waiting");
    later();

    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_server_that_does_not_know_us_costs_nobody_their_message() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    with(
        line -> line.startsWith("MAIL") ? "530 5.7.0 who are you" : FussyMailServer.friendly(line),
        dispatcher::run);
    assertThat(states("confirmation")).isEqualTo("email:waiting");
    later();

    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_server_that_hangs_up_after_taking_the_mail_gets_the_same_message_id_again() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    AtomicInteger taken = new AtomicInteger();

    with(
        line -> {
          if (line.equals("DATA.")) {
            taken.incrementAndGet();
            return null;
          }
          return FussyMailServer.friendly(line);
        },
        dispatcher::run);
    assertThat(taken.get()).isEqualTo(1);
    later();

    assertThat(mail().header("Message-ID"))
        .isEqualTo("<" + uid("confirmation") + "@porte-ouverte>");
  }

  private String uid(String kind) {
    return timetable.text(
        "select cast(uid as varchar) from outbox where channel = 'email' and kind = '"
            + kind
            + "'");
  }

  @Test
  void a_mail_that_is_given_back_puts_the_person_on_the_call_sheet() throws Exception {
    booked(
        slots.get(0),
        jeanne("email", "full@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    mail();

    Post.returned(notification("failed", "5.2.2", uid("confirmation")));
    Post.returned(notification("delayed", "4.2.2", uid("confirmation")));
    Post.returned(
        new MimeMessage(
            Session.getInstance(new Properties()),
            stream("Subject: Absent\r\n\r\nJe suis absent.")));
    returns.run();
    returns.run();

    assertThat(states("confirmation")).isEqualTo("email:bounced call:waiting");
  }

  @Test
  void what_comes_back_at_night_goes_the_next_way_in_the_morning() throws Exception {
    booked(
        slots.get(0),
        jeanne("email", "full@example.org", "phone", "06 12 34 56 78", "contactBy", "email"));
    mail();
    clock.advance(Duration.ofHours(19));

    Post.returned(notification("failed", "5.2.2", uid("confirmation")));
    returns.run();

    assertThat(texts()).isEmpty();
    assertThat(states("confirmation")).isEqualTo("email:bounced sms:waiting");
    clock.advance(Duration.ofHours(5));
    assertThat(texts()).hasSize(1);
  }

  @Test
  void an_address_that_gave_mail_back_is_remembered_when_the_house_changes_its_mind()
      throws Exception {
    booked(
        slots.get(2),
        jeanne("email", "full@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    mail();
    Post.returned(notification("failed", "5.2.2", uid("confirmation")));
    returns.run();

    QuarkusTransaction.requiringNew()
        .run(() -> reminders.planAnew(moyaux.id(), new MessageSettings(moyaux.id())));

    assertThat(states("reminder")).isEqualTo("call:waiting");
    assertThat(states("morningReminder")).isEmpty();
  }

  @Test
  void one_return_that_cannot_be_noted_keeps_no_other_and_is_noted_later() throws Exception {
    for (int i = 0; i < 2; i++) {
      booked(
          slots.get(i),
          jeanne("email", "full@example.org", "phone", "02 31 00 00 00", "contactBy", "email"));
    }
    mails();
    for (long id : List.of(1L, 0L)) {
      Post.returned(notification("failed", "5.2.2", uid("confirmation", id)));
    }
    DeafListener.failures.set(1);
    returns.run();
    assertThat(states("confirmation")).contains("email:bounced").contains("email:sent");
    returns.run();

    assertThat(states("confirmation"))
        .isEqualTo("email:bounced email:bounced call:waiting call:waiting");
  }

  private String uid(String kind, long skipped) {
    return timetable.text(
        "select cast(uid as varchar) from outbox where channel = 'email' and kind = '"
            + kind
            + "' order by id limit 1 offset "
            + skipped);
  }

  @Test
  void a_forged_notification_about_nobodys_mail_changes_nothing() throws Exception {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mail();

    Post.returned(notification("failed", "5.1.1", "00000000-0000-0000-0000-000000000000"));
    Post.returned(notification("failed", "5.1.1", "not-a-number"));
    returns.run();

    assertThat(states("confirmation")).isEqualTo("email:sent");
  }

  /** As Postfix writes it. */
  private static MimeMessage notification(String action, String status, String uid)
      throws Exception {
    String mail =
        String.join(
            "\r\n",
            "From: MAILER-DAEMON@example.org",
            "To: bounces@example.org",
            "Subject: Undelivered Mail Returned to Sender",
            "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
            "",
            "--b1",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            "This is the mail system.",
            "--b1",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mail.example.org",
            "",
            "Final-Recipient: rfc822; full@example.org",
            "Action: " + action,
            "Status: " + status,
            "Diagnostic-Code: smtp; 552 mailbox full",
            "",
            "--b1",
            "Content-Type: message/rfc822",
            "",
            "Message-ID: <" + uid + "@porte-ouverte>",
            "Subject: Rendez-vous",
            "From: ne-pas-repondre@localhost",
            "",
            "Bonjour",
            "--b1--",
            "");
    return new MimeMessage(Session.getInstance(new Properties()), stream(mail));
  }

  private static ByteArrayInputStream stream(String mail) {
    return new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_number_that_the_gateway_refuses_is_called() {
    Post.gateway = sms -> new Post.Answer(422, "{}");
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));

    assertThat(texts()).isEmpty();
    assertThat(states("confirmation")).isEqualTo("sms:refused call:waiting");
  }

  @Test
  void a_gateway_that_is_busy_is_asked_again_with_the_same_key() {
    Set<String> keys = new HashSet<>();
    Post.gateway =
        sms -> {
          keys.add(sms.idempotencyKey());
          return new Post.Answer(503, "");
        };
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    dispatcher.run();
    later();
    dispatcher.run();

    assertThat(states("confirmation")).isEqualTo("sms:waiting");
    assertThat(keys).hasSize(1);
  }

  private int receipt(String token, String reference, String status) {
    return api()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + token)
        .body(Map.of("reference", reference, "status", status))
        .post("/sms-receipts")
        .statusCode();
  }

  @Test
  void receipts_tell_what_the_phone_did_and_only_the_gateway_may_tell() {
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    String reference = JsonPath.from(texts().get(0).body()).getString("reference");

    assertThat(receipt("a-guess", reference, "delivered")).isEqualTo(401);
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(receipt(Post.RECEIPT_TOKEN, reference, "delivered")).isEqualTo(204);
    assertThat(receipt(Post.RECEIPT_TOKEN, reference, "delivered")).isEqualTo(204);
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
  }

  @Test
  void a_text_that_never_reached_its_phone_is_followed_by_a_call() {
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    String reference = JsonPath.from(texts().get(0).body()).getString("reference");

    assertThat(receipt(Post.RECEIPT_TOKEN, reference, "undelivered")).isEqualTo(204);
    assertThat(receipt(Post.RECEIPT_TOKEN, reference, "undelivered")).isEqualTo(204);

    assertThat(states("confirmation")).isEqualTo("sms:bounced call:waiting");
  }

  @Test
  void a_receipt_that_overtakes_our_own_note_is_heard() {
    Post.gateway =
        sms -> {
          String reference = JsonPath.from(sms.body()).getString("reference");
          assertThat(receipt(Post.RECEIPT_TOKEN, reference, "delivered")).isEqualTo(204);
          return new Post.Answer(202, "{\"id\":\"gw-1\"}");
        };
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));

    assertThat(texts()).hasSize(1);
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
    assertThat(timetable.number("select segments from outbox where kind = 'confirmation'"))
        .isPositive();
    assertThat(timetable.text("select provider_id || body from outbox where provider_id = 'gw-1'"))
        .contains("RDV");
  }

  @Test
  void a_phone_that_did_not_get_it_is_noted_even_before_we_know_that_it_went() {
    Post.gateway =
        sms -> {
          String reference = JsonPath.from(sms.body()).getString("reference");
          assertThat(receipt(Post.RECEIPT_TOKEN, reference, "undelivered")).isEqualTo(204);
          return new Post.Answer(503, "");
        };
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    dispatcher.run();

    assertThat(states("confirmation")).isEqualTo("sms:bounced call:waiting");
  }

  @Test
  void a_receipt_of_what_was_never_tried_changes_nothing() {
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    String uid =
        timetable.text("select cast(uid as varchar) from outbox where kind = 'confirmation'");

    assertThat(receipt(Post.RECEIPT_TOKEN, uid, "delivered")).isEqualTo(204);

    assertThat(states("confirmation")).isEqualTo("sms:waiting");
  }

  @Test
  void a_transport_that_throws_delays_its_message_and_no_other() {
    BrokenGateway.install();
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    booked(slots.get(1), jeanne("email", "jeanne@example.org"));
    booked(slots.get(3), jeanne("phone", "06 12 34 56 79"));

    assertThat(mails()).hasSize(1);
    assertThat(states("confirmation")).isEqualTo("sms:waiting email:sent sms:waiting");
    assertThat(
            timetable.number(
                "select count(*) from outbox where reason = 'transport-failed' and attempts = 1"
                    + " and leased_by is null"))
        .isEqualTo(2);
  }

  @Test
  void a_listener_that_fails_delays_the_next_way_and_keeps_no_other_message() {
    DeafListener.failures.set(1);
    Post.gateway = sms -> new Post.Answer(422, "{}");
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    booked(slots.get(1), jeanne("email", "jeanne@example.org"));

    assertThat(mails()).hasSize(1);
    assertThat(states("confirmation")).isEqualTo("sms:waiting email:sent");
    later();
    dispatcher.run();
    assertThat(states("confirmation")).isEqualTo("sms:refused email:sent call:waiting");
  }

  @Test
  void a_listener_that_always_fails_does_not_bring_a_message_back_for_ever() {
    DeafListener.failures.set(100);
    Post.gateway = sms -> new Post.Answer(422, "{}");
    booked(slots.get(0), jeanne("phone", "06 12 34 56 78"));
    timetable.change("update outbox set attempts = 11 where kind = 'confirmation'");
    dispatcher.run();
    DeafListener.failures.set(0);

    assertThat(states("confirmation")).isEqualTo("sms:refused");
    assertThat(timetable.text("select reason from outbox where state = 'refused'"))
        .isEqualTo("noting-failed");
  }

  @Test
  void many_workers_at_once_send_each_message_once() {
    fillOutbox(200);

    Together.run(Collections.nCopies(6, Executors.callable(() -> dispatcher.run())));

    List<ReceivedMail> mails = mails();
    assertThat(mails).hasSize(200);
    assertThat(mails.stream().map(mail -> mail.header("Message-ID"))).doesNotHaveDuplicates();
    assertThat(waiting("confirmation")).isZero();
  }

  /** The mail client once missed one greeting in twenty when several threads sent. */
  @Test
  void a_server_that_greets_at_once_is_heard_by_all_workers() {
    fillOutbox(80);

    with(
        FussyMailServer::friendly,
        () -> Together.run(Collections.nCopies(6, Executors.callable(() -> dispatcher.run()))));

    assertThat(waiting("confirmation")).isZero();
    assertThat(timetable.number("select max(attempts) from outbox where kind = 'confirmation'"))
        .isEqualTo(1);
  }

  /** Bookings with a confirmation each, as many as wanted. */
  private void fillOutbox(int messages) {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    String same =
        "insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, detail,"
            + " created_at, due_at, give_up_at) select cast('00000000-0000-4000-8000-' || lpad('%1$d',"
            + " 12, '0') as uuid), kind, cause, recipient || '#%1$d', channel, 'waiting', site_id,"
            + " booking_id, detail, created_at, due_at, give_up_at from outbox where kind ="
            + " 'confirmation' and recipient not like '%%#%%'";
    for (int i = 2; i <= messages; i++) {
      timetable.change(String.format(same, i));
    }
  }

  @Test
  void what_a_dead_worker_had_taken_is_taken_over_when_its_lease_ends() {
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    timetable.change(
        "update outbox set leased_by = 'dead', leased_until = timestamp with time zone '2026-11-23"
            + " 07:02:00+00', attempts = 1 where kind = 'confirmation'");

    assertThat(mails()).isEmpty();
    clock.advance(Duration.ofMinutes(3));
    assertThat(mails()).hasSize(1);
  }
}

package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.outbox.Bounces;
import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Together;
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
abstract class DeliverySuite extends MessageSuite {
  @Inject Bounces returns;

  /** A server in the place of the usual one, for as long as the work takes. */
  private void with(Function<String, String> answers, Runnable work) {
    Post.stopMail();
    try (FussyMailServer server = new FussyMailServer(Post.smtpPort(), answers)) {
      work.run();
    }
    Post.startMail();
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

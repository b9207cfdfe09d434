package fr.porteouverte.outbox.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.SubmitSm;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.outbox.SendResult;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a real SMPP server that accepts, refuses, is busy, hangs up, and says what became of it. */
@QuarkusTest
@TestProfile(WithProvider.class)
@Timeout(180)
class SmppDeliveryTest extends MessageSuite {
  private static final String MOBILE = "06 12 34 56 78";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** 306 places: they would fill two pieces, were the sign of two places not at the seam. */
  private static final String LONG = "é".repeat(152) + "€" + "b".repeat(152);

  @Inject SmppLinks links;
  @Inject SmppTransport transport;
  @Inject Outbox outbox;

  @BeforeEach
  void connected() {
    Smsc.clear();
    links.open();
    await().atMost(SOON).until(() -> links.bound() == 2 && Smsc.BOUND.size() == 2);
  }

  @AfterEach
  void reachable() {
    if (Smsc.BOUND.isEmpty()) {
      Smsc.close();
      Smsc.open();
    }
  }

  private void sent() {
    booked(slots.get(0), jeanne("phone", MOBILE));
    dispatcher.run();
  }

  private void later() {
    clock.advance(Duration.ofHours(2));
    dispatcher.run();
  }

  private static SubmitSm only() {
    assertThat(Smsc.HEARD).hasSize(1);
    return Smsc.HEARD.get(0).pdu();
  }

  /** A message about to go, for a text of ours. */
  private OutboxMessage tried(int attempts) {
    booked(slots.get(0), jeanne("phone", MOBILE));
    timetable.change("update outbox set attempts = " + attempts);
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.find("kind", "confirmation").firstResult());
  }

  private static Content text(String text) {
    return new Content.Sms("+33612345678", "fr", text, "secret", null, List.of());
  }

  private static String joined(boolean unicode) {
    StringBuilder text = new StringBuilder();
    Smsc.HEARD.forEach(
        heard -> {
          byte[] octets = heard.pdu().getShortMessage();
          text.append(
              CharsetUtil.decode(
                  Arrays.copyOfRange(octets, 6, octets.length),
                  unicode ? CharsetUtil.CHARSET_UCS_2 : CharsetUtil.CHARSET_GSM));
        });
    return text.toString();
  }

  @Test
  void a_text_goes_with_a_receipt_asked_for_and_the_account_of_its_house() {
    sent();

    SubmitSm text = only();
    assertThat(Smsc.HEARD.get(0).account()).isEqualTo("calvados");
    assertThat(text.getDestAddress().getAddress()).isEqualTo("33612345678");
    assertThat(text.getDestAddress().getTon()).isEqualTo((byte) 1);
    assertThat(text.getDestAddress().getNpi()).isEqualTo((byte) 1);
    assertThat(text.getSourceAddress().getAddress()).isEqualTo("Calvados");
    assertThat(text.getSourceAddress().getTon()).isEqualTo((byte) 5);
    assertThat(text.getDataCoding()).isZero();
    assertThat(text.getEsmClass()).isZero();
    assertThat(text.getRegisteredDelivery()).isEqualTo((byte) 1);
    assertThat(CharsetUtil.decode(text.getShortMessage(), CharsetUtil.CHARSET_GSM))
        .contains("RDV")
        .contains("Moyaux");
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(timetable.number("select segments from outbox where kind = 'confirmation'"))
        .isEqualTo(1);
  }

  @Test
  void houses_of_other_departments_use_the_account_of_all() {
    Site alencon = fixtures.site("Alençon", "61", 48.43, 0.09);
    List<String> there = timetable.add(Timetable.Session.of(alencon, caf, TUESDAY, 8, rsa));
    booked(there.get(0), jeanne("phone", MOBILE));
    dispatcher.run();

    assertThat(Smsc.HEARD).extracting(Smsc.Submitted::account).containsExactly("national");
    assertThat(only().getSourceAddress().getAddress()).isEqualTo("PorteOuvert");
  }

  @Test
  void receipts_tell_what_the_phone_did() throws Exception {
    sent();
    String id = Smsc.ACCEPTED.get(0);

    assertThat(Smsc.receipt("calvados", id, "ENROUTE")).isZero();
    assertThat(Smsc.receipt("national", id, "DELIVRD")).as("another provider's number").isZero();
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(Smsc.receipt("calvados", id, "DELIVRD")).isZero();
    assertThat(Smsc.receipt("calvados", id, "DELIVRD")).isZero();
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
  }

  @Test
  void a_text_that_never_reached_its_phone_is_followed_by_a_call() throws Exception {
    sent();
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(0), "UNDELIV")).isZero();
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(0), "UNDELIV")).isZero();
    assertThat(states("confirmation")).isEqualTo("sms:bounced call:waiting");
  }

  @Test
  void a_receipt_that_overtakes_the_answer_is_heard() {
    Smsc.desk =
        (session, asked) -> {
          var yes = Smsc.accept(session, asked);
          CompletableFuture.runAsync(
              () -> {
                try {
                  Smsc.receipt("calvados", yes.getMessageId(), "DELIVRD");
                  session.sendResponsePdu(yes);
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              });
          return null;
        };
    sent();

    assertThat(states("confirmation")).isEqualTo("sms:delivered");
    assertThat(timetable.text("select body from outbox where kind = 'confirmation'"))
        .contains("RDV");
  }

  @Test
  void a_number_that_the_provider_refuses_is_called() {
    Smsc.desk = (session, asked) -> Smsc.refuse(asked, SmppConstants.STATUS_INVDSTADR);
    sent();
    assertThat(states("confirmation")).isEqualTo("sms:refused call:waiting");
  }

  @Test
  void a_provider_that_is_busy_is_asked_later_and_the_other_one_at_once() {
    Site alencon = fixtures.site("Alençon", "61", 48.43, 0.09);
    List<String> there = timetable.add(Timetable.Session.of(alencon, caf, TUESDAY, 8, rsa));
    Smsc.desk =
        (session, asked) ->
            session.getConfiguration().getSystemId().equals("calvados")
                ? Smsc.refuse(asked, SmppConstants.STATUS_THROTTLED)
                : Smsc.accept(session, asked);
    booked(slots.get(0), jeanne("phone", MOBILE));
    booked(there.get(0), jeanne("phone", "06 98 76 54 32"));
    dispatcher.run();
    assertThat(states("confirmation")).isEqualTo("sms:waiting sms:sent");

    Smsc.desk = Smsc::accept;
    later();
    assertThat(states("confirmation")).isEqualTo("sms:sent sms:sent");
    assertThat(Smsc.HEARD).hasSize(3);
  }

  @Test
  void an_answer_that_is_lost_means_that_it_goes_once_more() {
    Smsc.desk = (session, asked) -> null;
    sent();
    assertThat(states("confirmation")).isEqualTo("sms:waiting");

    Smsc.desk = Smsc::accept;
    await().atMost(SOON).until(() -> links.bound() == 2);
    later();
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(Smsc.HEARD).hasSize(2);
  }

  @Test
  void a_connection_that_breaks_in_the_middle_is_taken_up_again_and_nothing_is_lost()
      throws Exception {
    Smsc.desk =
        (session, asked) -> {
          CompletableFuture.runAsync(session::close);
          return null;
        };
    sent();
    assertThat(states("confirmation")).isEqualTo("sms:waiting");

    Smsc.desk = Smsc::accept;
    await().atMost(SOON).until(() -> links.bound() == 2 && Smsc.BOUND.size() == 2);
    later();
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(0), "DELIVRD")).isZero();
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
  }

  @Test
  void a_provider_that_is_gone_delays_and_loses_nothing() {
    Smsc.close();
    await().atMost(SOON).until(() -> links.bound() == 0);
    sent();
    assertThat(states("confirmation")).isEqualTo("sms:waiting");

    Smsc.open();
    await().atMost(SOON).until(() -> links.bound() == 2);
    later();
    assertThat(states("confirmation")).isEqualTo("sms:sent");
  }

  @Test
  void a_quiet_connection_is_asked_whether_it_is_there() {
    int before = Smsc.ENQUIRED.get();
    await().atMost(SOON).until(() -> Smsc.ENQUIRED.get() > before);
  }

  @Test
  void a_long_text_goes_in_pieces_that_the_phone_puts_together() throws Exception {
    SendResult result = transport.send(tried(1), text(LONG));

    assertThat(result).isEqualTo(new SendResult.Accepted(null, 3));
    assertThat(Smsc.HEARD).extracting(Smsc.Submitted::udh).containsExactly("1/3", "2/3", "3/3");
    assertThat(Smsc.HEARD)
        .allSatisfy(
            heard -> {
              assertThat(heard.pdu().getEsmClass()).isEqualTo((byte) 0x40);
              assertThat(heard.pdu().getShortMessage()).startsWith(5, 0, 3);
              assertThat(heard.pdu().getShortMessage().length).isLessThanOrEqualTo(159);
            });
    assertThat(Smsc.HEARD.stream().map(heard -> heard.pdu().getShortMessage()[3]).distinct())
        .hasSize(1);
    assertThat(joined(false)).isEqualTo(LONG);

    for (String id : Smsc.ACCEPTED) {
      assertThat(states("confirmation")).isEqualTo("sms:waiting");
      assertThat(Smsc.receipt("calvados", id, "DELIVRD")).isZero();
    }
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
  }

  @Test
  void what_the_alphabet_has_not_goes_as_unicode_and_no_sign_is_cut_in_two() {
    String text = "Я".repeat(66) + "😀".repeat(40);
    transport.send(tried(1), text(text));

    assertThat(Smsc.HEARD).hasSize(3);
    assertThat(Smsc.HEARD)
        .allSatisfy(
            heard -> {
              assertThat(heard.pdu().getDataCoding()).isEqualTo((byte) 8);
              assertThat(heard.pdu().getShortMessage().length).isLessThanOrEqualTo(140);
            });
    assertThat(joined(true)).isEqualTo(text);
  }

  @Test
  void pieces_that_were_accepted_are_not_sent_again() throws Exception {
    List<SubmitSm> asked = new ArrayList<>();
    Smsc.desk =
        (session, piece) -> {
          asked.add(piece);
          return asked.size() == 2
              ? Smsc.refuse(piece, SmppConstants.STATUS_THROTTLED)
              : Smsc.accept(session, piece);
        };
    OutboxMessage message = tried(2);
    assertThat(transport.send(message, text(LONG)))
        .isEqualTo(new SendResult.Later("gateway-throttled", true, true));
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(0), "DELIVRD")).isZero();
    assertThat(states("confirmation")).as("it has not gone yet").isEqualTo("sms:waiting");

    assertThat(transport.send(message, text(LONG))).isEqualTo(new SendResult.Accepted(null, 3));
    assertThat(Smsc.HEARD)
        .extracting(Smsc.Submitted::udh)
        .containsExactly("1/3", "2/3", "2/3", "3/3");
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(1), "DELIVRD")).isZero();
    assertThat(Smsc.receipt("calvados", Smsc.ACCEPTED.get(2), "EXPIRED")).isZero();
    assertThat(states("confirmation")).isEqualTo("sms:bounced call:waiting");
  }

  @Test
  void a_text_that_changed_meanwhile_begins_anew() {
    OutboxMessage message = tried(2);
    transport.send(message, text(LONG));
    transport.send(message, text(LONG + "!"));
    assertThat(Smsc.HEARD).hasSize(6);
  }

  @Test
  void a_short_text_that_was_accepted_is_not_sent_again() {
    OutboxMessage message = tried(2);
    transport.send(message, text("RDV"));
    assertThat(transport.send(message, text("RDV"))).isEqualTo(new SendResult.Accepted(null, 1));
    assertThat(Smsc.HEARD).hasSize(1);
  }

  @Test
  void a_number_that_was_put_right_gets_the_whole_text() {
    OutboxMessage message = tried(2);
    transport.send(message, text(LONG));
    transport.send(message, new Content.Sms("+33698765432", "fr", LONG, "secret", null, List.of()));
    assertThat(Smsc.HEARD).hasSize(6);
  }

  @Test
  void neither_numbers_nor_passwords_nor_texts_are_logged() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            // The provider of this test talks more than ours do.
            if (!String.valueOf(line.getLoggerName()).startsWith("com.cloudhopper")) {
              lines.add(
                  line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(ear);
    try {
      Smsc.desk =
          (session, asked) -> {
            CompletableFuture.runAsync(session::close);
            return null;
          };
      sent();
      Smsc.desk = (session, asked) -> Smsc.refuse(asked, SmppConstants.STATUS_INVDSTADR);
      await().atMost(SOON).until(() -> links.bound() == 2 && Smsc.BOUND.size() == 2);
      later();
      Smsc.receipt("calvados", "12", "UNDELIV");
    } finally {
      Logger.getLogger("").removeHandler(ear);
    }
    assertThat(lines).anyMatch(line -> line.contains("lost its connection"));
    assertThat(lines)
        .noneMatch(
            line ->
                line.contains("612345678") || line.contains("RDV") || line.contains(Smsc.PASSWORD));
  }
}

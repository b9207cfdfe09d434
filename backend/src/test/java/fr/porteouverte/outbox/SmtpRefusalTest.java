package fr.porteouverte.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpRefusalTest {
  private static final SendResult UNKNOWN = new SendResult.Refused("mailbox-unknown");
  private static final SendResult REFUSED = new SendResult.Refused("mailbox-refused");
  private static final SendResult BUSY = new SendResult.Later("mailbox-busy", false);
  private static final SendResult SERVER = new SendResult.Later("server-refused", true);
  private static final SendResult THIS_MAIL = new SendResult.Later("server-refused", false);

  private static SendResult at(String stage, String reply) {
    int code = Integer.parseInt(reply.substring(0, 3));
    return SmtpRefusal.of(new SMTPException(stage, code, List.of(reply), false));
  }

  private static SendResult atRecipient(String reply) {
    return at("recipient address not accepted", reply);
  }

  private static SendResult atData(String reply) {
    return at("sending data failed", reply);
  }

  @Test
  void a_recipient_that_does_not_exist_or_takes_nothing_is_the_persons() {
    assertThat(atRecipient("550 5.1.1 no such user")).isEqualTo(UNKNOWN);
    assertThat(atRecipient("550-5.1.10 no such domain")).isEqualTo(UNKNOWN);
    assertThat(atRecipient("554 5.2.1 disabled")).isEqualTo(REFUSED);
    assertThat(atRecipient("550 no mailbox here by that name")).isEqualTo(UNKNOWN);
    assertThat(atRecipient("550 5.0.0 unknown")).isEqualTo(UNKNOWN);
    assertThat(atRecipient("552 mailbox full")).isEqualTo(REFUSED);
    assertThat(atRecipient("452 4.2.2 mailbox full")).isEqualTo(BUSY);
    assertThat(atRecipient("450 4.7.1 grey list, come back")).isEqualTo(BUSY);
  }

  @Test
  void a_server_that_refuses_us_where_it_is_asked_for_the_recipient_is_the_servers() {
    assertThat(atRecipient("554 5.7.1 <a@example.org>: Relay access denied")).isEqualTo(SERVER);
    assertThat(atRecipient("554 Relay access denied")).isEqualTo(SERVER);
    assertThat(atRecipient("454 4.7.1 Relay access denied")).isEqualTo(SERVER);
    assertThat(atRecipient("550 relay not permitted")).isEqualTo(SERVER);
    assertThat(atRecipient("550 5.4.1 no route to recipient")).isEqualTo(SERVER);
    assertThat(atRecipient("550 5.1.8 sender domain not found")).isEqualTo(SERVER);
    assertThat(atRecipient("530 5.7.0 Authentication required")).isEqualTo(SERVER);
  }

  @Test
  void one_mail_that_is_disliked_counts_its_attempts() {
    assertThat(atData("550 5.7.1 sender not authorised")).isEqualTo(THIS_MAIL);
    assertThat(atData("554 no authentic content for this recipient")).isEqualTo(THIS_MAIL);
    assertThat(atData("451 4.3.0 later")).isEqualTo(THIS_MAIL);
    assertThat(at("DATA command not accepted", "503 5.5.1 no")).isEqualTo(THIS_MAIL);
    assertThat(atData("552 5.2.2 mailbox full")).isEqualTo(REFUSED);
  }

  @Test
  void who_is_not_served_at_all_waits_for_the_server() {
    assertThat(at("sender address not accepted", "550 5.1.1 recipient?")).isEqualTo(SERVER);
    assertThat(at("AUTH PLAIN failed", "535 5.7.8 wrong password")).isEqualTo(SERVER);
    assertThat(at("HELO failed.", "554 go away")).isEqualTo(SERVER);
    assertThat(atData("421 4.3.2 shutting down")).isEqualTo(SERVER);
  }
}

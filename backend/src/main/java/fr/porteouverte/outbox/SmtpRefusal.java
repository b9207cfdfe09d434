package fr.porteouverte.outbox;

import io.vertx.ext.mail.SMTPException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server's no means: for the person, for this message, or for us. Its words are anybody's;
 * its codes (RFC 5321, RFC 3463) and what it was asked tell more.
 */
final class SmtpRefusal {
  /** As the mail client (Vert.x 4.5) begins what it says of a refused RCPT. */
  private static final String AT_RECIPIENT = "recipient address not accepted: ";

  /** The same of DATA, and of the end of the data. */
  private static final String AT_DATA = "DATA command not accepted: ";

  private static final String AT_END = "sending data failed: ";

  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([45]\\.[1-9]\\.\\d{1,3})\\b");

  /** Of a mailbox or its address, but not of the sender's (5.1.7, 5.1.8) nor the mail's size. */
  private static final Pattern PERSON = Pattern.compile("[45]\\.(1\\.(?!7$|8$)|2\\.(?!3$)).*");

  private SmtpRefusal() {}

  static SendResult of(SMTPException answer) {
    String said = String.valueOf(answer.getMessage());
    boolean recipient = said.startsWith(AT_RECIPIENT);
    boolean data = said.startsWith(AT_DATA) || said.startsWith(AT_END);
    String status = enhanced(answer);
    if (isClosing(answer) || !(recipient || data)) {
      // Whatever is sent next would hear the same.
      return new SendResult.Later("server-refused", true);
    }
    if (isPerson(answer, recipient, status)) {
      return answer.isPermanent()
          ? new SendResult.Refused(
              isUnknown(answer, status) ? "mailbox-unknown" : "mailbox-refused")
          : new SendResult.Later("mailbox-busy", false);
    }
    // A server that does not relay for us has been set up wrongly: that can be mended. What it says
    // against one mail may be about this mail: it counts.
    return new SendResult.Later("server-refused", recipient);
  }

  /** 421: nobody is served any more; 454: not us, for the moment. */
  private static boolean isClosing(SMTPException answer) {
    return answer.getReplyCode() == 421 || answer.getReplyCode() == 454;
  }

  private static boolean isPerson(SMTPException answer, boolean recipient, String status) {
    // Grey lists say 4.7.1 of one person's mail; the next one may pass.
    if (PERSON.matcher(status).matches() || (recipient && answer.isTransient())) {
      return true;
    }
    if (!recipient || !status.isEmpty()) {
      return false;
    }
    // Servers without enhanced codes (Exim) say 550 of a person and "relay not permitted" of us.
    return switch (answer.getReplyCode()) {
      case 550, 551, 552, 553 ->
          !answer.getReplyMessage().toLowerCase(Locale.ROOT).contains("relay");
      default -> false;
    };
  }

  private static boolean isUnknown(SMTPException answer, String status) {
    return status.isEmpty() ? answer.getReplyCode() != 552 : status.startsWith("5.1.");
  }

  /** Empty: the server names none, or one that means nothing (5.0.0). */
  private static String enhanced(SMTPException answer) {
    Matcher status = ENHANCED.matcher(answer.getReplyMessage());
    return status.find() ? status.group(1) : "";
  }
}

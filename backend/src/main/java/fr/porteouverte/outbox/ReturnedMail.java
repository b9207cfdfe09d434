package fr.porteouverte.outbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * Reads a delivery status notification (RFC 3464): which of our mails, and what became of it.
 *
 * @param uid of the message
 * @param failed given back for good; false: delivered
 * @param status its enhanced code (RFC 3463), such as 5.1.1; empty when it names none
 */
record ReturnedMail(UUID uid, boolean failed, String status) {
  private static final Pattern OURS =
      Pattern.compile("<([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@porte-ouverte>");

  /** Empty: it is no such notification, or says nothing final, or is not about a mail of ours. */
  static Optional<ReturnedMail> of(MimeMessage mail)
      throws MessagingException, java.io.IOException {
    if (!(mail.getContent() instanceof MultipartReport report)
        || !(report.getReport() instanceof DeliveryStatus status)
        || status.getRecipientDSNCount() == 0) {
      return Optional.empty();
    }
    InternetHeaders recipient = status.getRecipientDSN(0);
    String action = header(recipient, "Action").toLowerCase(Locale.ROOT);
    if (!action.equals("failed") && !action.equals("delivered")) {
      return Optional.empty();
    }
    return original(report)
        .map(uid -> new ReturnedMail(uid, action.equals("failed"), header(recipient, "Status")));
  }

  private static Optional<UUID> original(MultipartReport report)
      throws MessagingException, java.io.IOException {
    MimeMessage returned = report.getReturnedMessage();
    String id = returned == null ? null : returned.getMessageID();
    if (id == null) {
      id = lastPart(report);
    }
    Matcher ours = OURS.matcher(id);
    return ours.find() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
  }

  /** Servers that give back headers only, in their own way. */
  private static String lastPart(MultipartReport report)
      throws MessagingException, java.io.IOException {
    BodyPart last = report.getBodyPart(report.getCount() - 1);
    StringBuilder text = new StringBuilder();
    try (var in = last.getInputStream()) {
      text.append(new String(in.readNBytes(64_000), java.nio.charset.StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static String header(InternetHeaders headers, String name) {
    Enumeration<String> lines = headers.getMatchingHeaderLines(new String[] {name});
    return lines.hasMoreElements()
        ? lines.nextElement().replaceFirst("^[^:]*:\\s*", "").strip()
        : "";
  }
}

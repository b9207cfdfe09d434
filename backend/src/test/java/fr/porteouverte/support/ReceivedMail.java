package fr.porteouverte.support;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as its reader sees it. */
public record ReceivedMail(
    String to, String subject, String text, String html, List<Attached> attached, MimeMessage raw) {
  private static final Pattern LINK =
      Pattern.compile("https?://\\S+/rendez-vous/([A-Z0-9]+)#(\\S+)");

  /** A file in it. */
  public record Attached(String name, String type, String content) {}

  public static ReceivedMail of(MimeMessage raw) {
    try {
      List<String> text = new ArrayList<>();
      List<String> html = new ArrayList<>();
      List<Attached> attached = new ArrayList<>();
      read(raw, text, html, attached);
      return new ReceivedMail(
          raw.getAllRecipients()[0].toString(),
          raw.getSubject(),
          String.join("", text).replace("\r\n", "\n"),
          String.join("", html),
          attached,
          raw);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(Part part, List<String> text, List<String> html, List<Attached> attached)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        read(parts.getBodyPart(i), text, html, attached);
      }
    } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attached.add(
          new Attached(
              part.getFileName(),
              part.getContentType(),
              new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
    } else {
      String body = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      (part.isMimeType("text/html") ? html : text).add(body);
    }
  }

  public String header(String name) {
    try {
      String[] values = raw.getHeader(name);
      return values == null ? null : String.join(" | ", values);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The booking that its private link opens. */
  public String reference() {
    return link().group(1);
  }

  public String secret() {
    return link().group(2);
  }

  private Matcher link() {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no private link in: " + text);
    }
    return link;
  }
}

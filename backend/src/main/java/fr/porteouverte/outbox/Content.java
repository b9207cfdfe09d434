package fr.porteouverte.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What a message says, composed when it goes, never before: a correction made meanwhile is in it.
 */
public sealed interface Content {
  String to();

  /** {@code fr} or {@code en}. */
  String language();

  String text();

  /** What opens something, in a link: never kept. Null: nothing does. */
  @Nullable String secret();

  /** Null: it has none. */
  @Nullable String keptSubject();

  default String keptText() {
    return secret() == null ? text() : text().replace("#" + secret(), "");
  }

  /**
   * A mail.
   *
   * @param to the bare address
   * @param calendar an iCalendar object to attach, with its METHOD; null: none
   * @param replyTo the bare address; null: nobody reads answers
   */
  record Mail(
      String to,
      String language,
      String subject,
      String text,
      String html,
      @Nullable String calendar,
      @Nullable String replyTo,
      @Nullable String secret)
      implements Content {
    @Override
    public String keptSubject() {
      return subject;
    }
  }

  /**
   * A text message.
   *
   * @param to E.164
   */
  record Sms(String to, String language, String text, String secret) implements Content {
    @Override
    public @Nullable String keptSubject() {
      return null;
    }
  }
}

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

  /** What the person alone may read, as it stands in the text: never kept. Null: nothing is. */
  @Nullable String aside();

  /** Null: it has none. */
  @Nullable String keptSubject();

  default String keptText() {
    String kept = aside() == null ? text() : text().replace(aside(), "");
    return secret() == null ? kept : kept.replace("#" + secret(), "");
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
      @Nullable String secret,
      @Nullable String aside)
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
  record Sms(String to, String language, String text, String secret, @Nullable String aside)
      implements Content {
    @Override
    public @Nullable String keptSubject() {
      return null;
    }
  }
}

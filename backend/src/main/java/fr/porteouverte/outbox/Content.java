package fr.porteouverte.outbox;

import java.util.List;
import java.util.stream.Stream;
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

  /** The other bookings that it tells of. */
  List<Also> also();

  /**
   * Another booking in the same message.
   *
   * @param secret opens it, in a link: never kept
   * @param calendar its iCalendar object; null: none
   */
  record Also(String secret, @Nullable String calendar) {}

  /** All that opens something, in the order in which the bookings are told. */
  default List<String> secrets() {
    return Stream.concat(Stream.ofNullable(secret()), also().stream().map(Also::secret)).toList();
  }

  /** Null: it has none. */
  @Nullable String keptSubject();

  default String keptText() {
    String kept = aside() == null ? text() : text().replace(aside(), "");
    for (String secret : secrets()) {
      kept = kept.replace("#" + secret, "");
    }
    return kept;
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
      @Nullable String aside,
      List<Also> also)
      implements Content {
    /** About one thing. */
    public Mail(
        String to,
        String language,
        String subject,
        String text,
        String html,
        @Nullable String calendar,
        @Nullable String replyTo,
        @Nullable String secret,
        @Nullable String aside) {
      this(to, language, subject, text, html, calendar, replyTo, secret, aside, List.of());
    }

    /** Each for itself: RFC 5546 wants one UID in an object. */
    List<String> calendars() {
      return Stream.concat(
              Stream.ofNullable(calendar),
              also.stream().flatMap(other -> Stream.ofNullable(other.calendar())))
          .toList();
    }

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
  record Sms(
      String to,
      String language,
      String text,
      String secret,
      @Nullable String aside,
      List<Also> also)
      implements Content {
    @Override
    public @Nullable String keptSubject() {
      return null;
    }
  }
}

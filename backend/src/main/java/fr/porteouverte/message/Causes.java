package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.http.Etag;
import fr.porteouverte.outbox.MessageChannel;
import org.jspecify.annotations.Nullable;

/** How the outbox names what is told, and to whom: never by an address. */
public final class Causes {
  private Causes() {}

  /** A booking after its last change. */
  public static String change(Addressee person) {
    return change(person.bookingId(), person.sequence());
  }

  static String change(long bookingId, int sequence) {
    return "booking/" + bookingId + "/" + sequence;
  }

  /** Which change of its booking a cause is about, as an ETag names it; null: none. */
  public static @Nullable String seen(String cause) {
    return cause.startsWith("booking/")
        ? Etag.of(Integer.parseInt(cause.substring(cause.lastIndexOf('/') + 1)))
        : null;
  }

  static String offer(long offerId) {
    return "offer/" + offerId;
  }

  /** The number in the cause of an offer. */
  public static long offerOf(String cause) {
    return Long.parseLong(cause.substring("offer/".length()));
  }

  public static String recipient(Addressee person, MessageChannel channel) {
    return recipient(person.bookingId(), channel);
  }

  public static String recipient(long bookingId, MessageChannel channel) {
    return "booking/" + bookingId + "/" + channel;
  }

  public static boolean isAgain(String recipient) {
    return recipient.contains("#");
  }

  /** Once more, because somebody asked for it. */
  static String again(String recipient, int number) {
    return recipient.replaceFirst("#\\d+$", "") + "#" + number;
  }
}

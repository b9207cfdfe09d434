package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.outbox.Channel;

/** How the outbox names what is told, and to whom: never by an address. */
final class Causes {
  private Causes() {}

  /** A booking after its last change. */
  static String change(Addressee person) {
    return change(person.bookingId(), person.sequence());
  }

  static String change(long bookingId, int sequence) {
    return "booking/" + bookingId + "/" + sequence;
  }

  static String offer(long offerId) {
    return "offer/" + offerId;
  }

  /** The number in the cause of an offer. */
  static long offerOf(String cause) {
    return Long.parseLong(cause.substring("offer/".length()));
  }

  static String recipient(Addressee person, Channel channel) {
    return recipient(person.bookingId(), channel);
  }

  static String recipient(long bookingId, Channel channel) {
    return "booking/" + bookingId + "/" + channel;
  }

  static boolean isAgain(String recipient) {
    return recipient.contains("#");
  }

  /** Once more, because somebody asked for it. */
  static String again(String recipient, int number) {
    return recipient.replaceFirst("#\\d+$", "") + "#" + number;
  }
}

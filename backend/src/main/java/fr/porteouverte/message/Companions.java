package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has several appointments in a house on one day, and loses them, hears of all in one message:
 * decided when it is written, and looked at again when it goes, for an address may be another one
 * by then.
 */
@ApplicationScoped
class Companions {
  /** More would be no text message that anybody reads. */
  private static final int MOST_SMS = 4;

  @Inject Correspondence correspondence;
  @Inject Outbox outbox;

  static boolean gathers(MessageKind kind) {
    return kind == MessageKind.cancelledByHouse;
  }

  /** What waits to be told to the same person about the same day. */
  Optional<OutboxMessage> of(MessageKind kind, Addressee person, MessageChannel channel) {
    String address = address(channel, person.email(), person.phone());
    return !gathers(kind) || address == null
        ? Optional.empty()
        : outbox.waiting(kind.name(), channel, correspondence.sameDay(person, address));
  }

  /** Those that are still so, and still go to the same address in the same language. */
  List<OutboxMessage> alongside(OutboxMessage message, List<OutboxMessage> waiting) {
    Letter first = correspondence.letter(message.booking()).orElse(null);
    MessageKind kind = MessageKind.valueOf(message.kind());
    if (first == null || !BookingComposer.stillTrue(kind, message, first)) {
      return List.of();
    }
    Map<Long, Letter> letters =
        correspondence.letters(waiting.stream().map(OutboxMessage::booking).toList());
    return waiting.stream()
        .filter(
            other -> {
              Letter letter = letters.get(other.booking());
              return letter != null
                  && BookingComposer.stillTrue(kind, other, letter)
                  && same(first, letter, message.channel());
            })
        .limit(message.channel() == MessageChannel.sms ? MOST_SMS : waiting.size())
        .toList();
  }

  private static boolean same(Letter one, Letter other, MessageChannel channel) {
    String address = address(channel, one);
    return address != null
        && address.equals(address(channel, other))
        && Objects.equals(one.booking().visitor().language(), other.booking().visitor().language());
  }

  private static @Nullable String address(MessageChannel channel, Letter letter) {
    var visitor = letter.booking().visitor();
    return address(channel, visitor.email(), visitor.phone());
  }

  private static @Nullable String address(
      MessageChannel channel, @Nullable String email, @Nullable String phone) {
    return switch (channel) {
      case email -> email;
      case sms -> phone;
      case call -> null;
    };
  }
}

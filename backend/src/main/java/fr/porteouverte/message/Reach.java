package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers the room {@code booking} whether a message reaches somebody. */
@ApplicationScoped
class Reach implements MessageReach {
  /** Still to be told, or never told. */
  private static final List<MessageState> UNTOLD =
      List.of(MessageState.waiting, MessageState.expired);

  private static final List<String> CHANGES =
      List.of(
          MessageKind.moved.name(),
          MessageKind.cancelled.name(),
          MessageKind.cancelledByHouse.name());

  /** A move may be to much earlier than the time it was before, at most as far as slots reach. */
  private static final Duration FARTHEST = Duration.ofDays(100);

  @Inject Correspondence correspondence;
  @Inject Ways ways;
  @Inject Outbox outbox;

  @Override
  public boolean reaches(long bookingId) {
    return correspondence
        .addressee(bookingId)
        .flatMap(ways::of)
        .filter(channel -> channel != MessageChannel.call)
        .isPresent();
  }

  @Override
  public List<Unaware> unaware(long siteId, Instant from, Instant before) {
    List<OutboxMessage> calls =
        outbox.list(
            "siteId = ?1 and channel = ?2 and state in ?3 and kind in ?4 and giveUpAt > ?5",
            siteId,
            MessageChannel.call,
            UNTOLD,
            CHANGES,
            from.minus(FARTHEST));
    return calls.stream()
        .flatMap(call -> unaware(call).stream())
        .filter(one -> !one.expectedAt().isBefore(from) && one.expectedAt().isBefore(before))
        .toList();
  }

  @Override
  public boolean isUnaware(long bookingId) {
    return outbox.about(bookingId).stream()
        .filter(message -> message.channel() == MessageChannel.call)
        .filter(message -> UNTOLD.contains(message.state()))
        .filter(message -> CHANGES.contains(message.kind()))
        .anyMatch(message -> unaware(message).isPresent());
  }

  /** Empty: it changed again since, and what is told is another thing. */
  private Optional<Unaware> unaware(OutboxMessage call) {
    return correspondence
        .addressee(call.booking())
        .filter(person -> call.cause().equals(Causes.change(person)))
        .map(
            person -> {
              String previous = ChangeDetail.of(call).previousStart();
              return new Unaware(
                  person.bookingId(), previous == null ? person.start() : Instant.parse(previous));
            });
  }

  @Override
  public boolean reachesAtOnce(long bookingId) {
    return correspondence.addressee(bookingId).flatMap(ways::written).isPresent();
  }
}

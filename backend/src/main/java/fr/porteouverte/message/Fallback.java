package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.reminder.Reminders;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageFailed;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A message that reached nobody goes the next way: the person's other address, then the call sheet.
 * Written in the transaction that notes the failure.
 */
@ApplicationScoped
class Fallback {
  /** Shorter before the appointment nobody calls any more. */
  private static final Duration TOO_LATE = Duration.ofMinutes(15);

  @Inject Correspondence correspondence;
  @Inject Ways ways;
  @Inject Reminders reminders;
  @Inject Readdressing readdressing;
  @Inject Outbox outbox;
  @Inject Clock clock;

  void failed(@Observes MessageFailed failure) {
    OutboxMessage message = failure.message();
    MessageKind kind = MessageKind.named(message.kind()).orElse(null);
    if (kind == null || message.bookingId() == null || message.channel() == MessageChannel.call) {
      return;
    }
    Addressee person = correspondence.addressee(message.bookingId()).orElse(null);
    if (person == null || tooLate(kind, person)) {
      return;
    }
    // Before the next way is written: what waits of the old plan is deleted here.
    if (Dead.is(message)) {
      reminders.reroute(person, ways.next(person, ways.dead(person)));
    }
    if (Dead.is(message) && Dead.wentToFormer(message, person)) {
      // The address was put right while the message was under way: it goes to the right one.
      if (kind != MessageKind.waitlistOffer && stillTrue(kind, message) && !toldSince(message)) {
        readdressing.tell(message, person, ways.of(person));
      }
      return;
    }
    // An offer is over before anybody could call.
    if (kind != MessageKind.waitlistOffer && !isFollowed(message) && stillTrue(kind, message)) {
      ways.next(person, failedWays(message))
          .ifPresent(channel -> write(message, channel, BookingMessages.giveUp(kind, person)));
    }
  }

  private boolean toldSince(OutboxMessage message) {
    return outbox.about(message.booking()).stream()
        .filter(other -> other.id() > message.id())
        .filter(other -> other.kind().equals(message.kind()))
        .anyMatch(other -> other.cause().equals(message.cause()));
  }

  /** What came too late to be sent has a successor on the day, which goes its own ways. */
  private boolean isFollowed(OutboxMessage message) {
    return message.state() == MessageState.expired
        && message.kind().equals(MessageKind.reminder.name())
        && outbox.about(message.booking()).stream()
            .filter(other -> other.kind().equals(MessageKind.morningReminder.name()))
            .anyMatch(other -> other.cause().equals(message.cause()));
  }

  private boolean tooLate(MessageKind kind, Addressee person) {
    Instant latest =
        kind == MessageKind.cancelledByHouse
            ? BookingMessages.giveUp(kind, person)
            : person.start().minus(TOO_LATE);
    return !clock.instant().isBefore(latest);
  }

  private boolean stillTrue(MessageKind kind, OutboxMessage message) {
    return correspondence
        .letter(message.booking())
        .filter(letter -> BookingComposer.stillTrue(kind, message, letter))
        .isPresent();
  }

  private Set<MessageChannel> failedWays(OutboxMessage message) {
    Set<MessageChannel> failed = EnumSet.of(message.channel());
    outbox.about(message.booking()).stream()
        .filter(other -> other.kind().equals(message.kind()))
        .filter(other -> other.cause().equals(message.cause()))
        .forEach(other -> failed.add(other.channel()));
    return failed;
  }

  private void write(OutboxMessage failed, MessageChannel channel, Instant giveUp) {
    Instant now = clock.instant();
    outbox.write(
        new Draft(
            failed.kind(),
            failed.cause(),
            Causes.recipient(failed.booking(), channel),
            channel,
            failed.siteId(),
            failed.bookingId(),
            failed.detail(),
            now,
            channel == MessageChannel.call || failed.giveUpAt().isBefore(now)
                ? giveUp
                : failed.giveUpAt()),
        // What was told together fails together, and goes on together.
        MessageKind.named(failed.kind()).filter(Companions::gathers).isPresent() ? failed : null);
  }
}

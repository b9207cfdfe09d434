package fr.porteouverte.message;

import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.ContactChanged;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.reminder.Reminders;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.message.settings.NightRest;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is reached otherwise than before: what waits to be told goes the new way. The words need
 * no care: they are composed when a message goes.
 */
@ApplicationScoped
class Readdressing {
  @Inject Correspondence correspondence;
  @Inject MessageSettingsStore settings;
  @Inject Ways ways;
  @Inject Reminders reminders;
  @Inject Resending resending;
  @Inject Outbox outbox;
  @Inject Clock clock;

  void changed(@Observes ContactChanged change) {
    Addressee person = correspondence.addressee(change.bookingId()).orElseThrow();
    readdress(person);
    if (change.confirmAgain()) {
      confirm(person);
    }
  }

  private void readdress(Addressee person) {
    Optional<MessageChannel> way = ways.of(person);
    // They go without a trace, so that they can be planned again.
    reminders.reroute(person, way);
    outbox.about(person.bookingId()).stream()
        .filter(message -> message.state() == MessageState.waiting)
        .flatMap(message -> outbox.locked(message.id()).stream())
        .filter(message -> message.state() == MessageState.waiting && !message.isOnItsWay())
        .forEach(message -> readdress(message, person, way));
  }

  private void readdress(OutboxMessage message, Addressee person, Optional<MessageChannel> usual) {
    MessageKind kind = MessageKind.named(message.kind()).orElse(null);
    if (kind == null || kind.reminds() && usual.isPresent()) {
      return;
    }
    Optional<MessageChannel> way = kind == MessageKind.waitlistOffer ? ways.written(person) : usual;
    if (way.isEmpty() && BookingMessages.mustHear(kind, ChangeDetail.of(message).told())) {
      way = Optional.of(MessageChannel.call);
    }
    if (way.filter(channel -> channel == message.channel()).isPresent()) {
      return;
    }
    message.settle(MessageState.superseded, null, clock.instant());
    outbox.flush();
    tell(message, person, way);
  }

  /** The same, another way, or to an address that is another one now. */
  void tell(OutboxMessage message, Addressee person, Optional<MessageChannel> way) {
    MessageKind kind = MessageKind.valueOf(message.kind());
    Instant giveUp =
        kind == MessageKind.waitlistOffer
            ? message.giveUpAt()
            : BookingMessages.giveUp(kind, person);
    way.ifPresent(
        channel ->
            resending.tell(
                new Draft(
                    message.kind(),
                    message.cause(),
                    Causes.recipient(person, channel),
                    channel,
                    message.siteId(),
                    message.bookingId(),
                    message.detail(),
                    due(message, person, channel),
                    giveUp)));
  }

  /** A call may wait since the morning, and a text message must not go at night. */
  private Instant due(OutboxMessage message, Addressee person, MessageChannel channel) {
    Instant now = clock.instant();
    if (channel == MessageChannel.call) {
      return now;
    }
    Instant awake = settings.of(person.siteId()).quietHours().next(now, person.zone());
    boolean urgent = NightRest.isUrgent(awake, now, person.start());
    Instant soonest = urgent ? now : awake;
    return message.channel() != MessageChannel.call && message.dueAt().isAfter(soonest)
        ? message.dueAt()
        : soonest;
  }

  /** By who is with the person, or on the telephone: at once. */
  private void confirm(Addressee person) {
    MessageChannel channel = ways.of(person).orElseThrow(Resending::notResendable);
    if (person.state() != BookingState.booked || isOnItsWay(person, channel)) {
      return;
    }
    Draft confirmation =
        new Draft(
            MessageKind.confirmation.name(),
            Causes.change(person),
            Causes.recipient(person, channel),
            channel,
            person.siteId(),
            person.bookingId(),
            null,
            clock.instant(),
            person.start());
    if (resending.tell(confirmation).isEmpty()) {
      throw Resending.notResendable();
    }
  }

  private boolean isOnItsWay(Addressee person, MessageChannel channel) {
    return outbox.about(person.bookingId()).stream()
        .filter(message -> message.state() == MessageState.waiting)
        .filter(message -> message.kind().equals(MessageKind.confirmation.name()))
        .filter(message -> message.channel() == channel)
        .anyMatch(message -> message.cause().equals(Causes.change(person)));
  }
}

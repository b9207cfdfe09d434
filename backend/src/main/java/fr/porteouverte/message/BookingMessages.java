package fr.porteouverte.message;

import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.reminder.Reminders;
import fr.porteouverte.message.settings.MessageSettings;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.message.settings.NightRest;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down, in the transaction of a booking's change, what there is to tell about it. */
@ApplicationScoped
class BookingMessages {
  private static final Duration STILL_OF_USE = Duration.ofDays(7);

  @Inject Correspondence correspondence;
  @Inject MessageSettingsStore settings;
  @Inject Ways ways;
  @Inject Reminders reminders;
  @Inject Companions companions;
  @Inject Outbox outbox;

  void happened(@Observes BookingHappened change) {
    switch (change.kind()) {
      case booked -> tell(MessageKind.confirmation, change);
      case moved -> {
        outbox.supersede(change.bookingId(), change.at());
        tell(MessageKind.moved, change);
      }
      case houseMoved -> {
        outbox.supersede(change.bookingId(), change.at());
        tell(MessageKind.houseMoved, change);
      }
      case rebooked -> {
        outbox.supersede(change.bookingId(), change.at());
        tell(MessageKind.moved, change);
      }
      case cancelledByHouse -> {
        outbox.supersede(change.bookingId(), change.at());
        tell(MessageKind.cancelledByHouse, change);
      }
      case cancelled -> {
        outbox.supersede(change.bookingId(), change.at());
        tell(MessageKind.cancelled, change);
      }
      // Who is there needs no reminder; who is not, after all, is called by the clerk who said
      // so.
      case arrived -> outbox.supersede(change.bookingId(), change.at());
      // What waits is told otherwise: see Readdressing.
      case unarrived, corrected -> {}
    }
  }

  private void tell(MessageKind kind, BookingHappened change) {
    Addressee person =
        Optional.ofNullable(change.person())
            .or(() -> correspondence.addressee(change.bookingId()))
            .orElseThrow();
    Optional<MessageChannel> way =
        kind == MessageKind.confirmation ? ways.first(person) : ways.of(person);
    MessageChannel channel = way.orElse(mustHear(kind, change.told()) ? MessageChannel.call : null);
    if (channel == null) {
      return;
    }
    MessageSettings house = settings.of(change.siteId());
    List<Draft> together = new ArrayList<>();
    if (channel != MessageChannel.call || !change.told()) {
      Draft draft =
          new Draft(
              kind.name(),
              Causes.change(person),
              Causes.recipient(person, channel),
              channel,
              person.siteId(),
              person.bookingId(),
              detail(change),
              channel == MessageChannel.call ? change.at() : due(house, person, change),
              giveUp(kind, person));
      if (kind == MessageKind.confirmation) {
        together.add(draft);
      } else {
        outbox.write(draft, companions.of(kind, person, channel).orElse(null));
      }
    }
    if (way.isPresent() && kind != MessageKind.cancelled && kind != MessageKind.cancelledByHouse) {
      together.addAll(reminders.of(person, channel, house, change.at()));
    }
    if (kind == MessageKind.confirmation) {
      outbox.writeFirst(together);
    } else {
      outbox.writeLater(together);
    }
  }

  /**
   * Who wants no message, or left nothing to reach them by, still has to hear that the house
   * changed their appointment: otherwise they come for nothing.
   */
  static boolean mustHear(MessageKind kind, boolean told) {
    return kind == MessageKind.cancelledByHouse
        || kind == MessageKind.houseMoved
        || (!told && (kind == MessageKind.moved || kind == MessageKind.cancelled));
  }

  /** Other dates are of use even after the cancelled one. */
  static Instant giveUp(MessageKind kind, Addressee person) {
    return switch (kind) {
      case cancelledByHouse -> person.start().plus(STILL_OF_USE);
      case cancelled -> person.start().plus(NightRest.URGENT);
      default -> person.start();
    };
  }

  /** Who did it themself, or is on the telephone, waits for it; everybody else may be asleep. */
  private static Instant due(MessageSettings house, Addressee person, BookingHappened change) {
    if (change.byVisitor() || change.told()) {
      return change.at();
    }
    Instant awake = house.quietHours().next(change.at(), person.zone());
    return NightRest.isUrgent(awake, change.at(), person.start()) ? change.at() : awake;
  }

  private static String detail(BookingHappened change) {
    String previous = change.previousStart() == null ? null : change.previousStart().toString();
    return new ChangeDetail(change.byVisitor(), change.told(), previous).written();
  }
}

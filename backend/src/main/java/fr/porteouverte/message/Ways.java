package fr.porteouverte.message;

import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.Transports;
import fr.porteouverte.site.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Chooses how somebody hears of a booking: as they wish, else as they can. */
@ApplicationScoped
public class Ways {
  @Inject Transports transports;
  @Inject Outbox outbox;

  /** Empty: they asked for silence, or left nothing to reach them by. */
  public Optional<MessageChannel> of(Addressee person) {
    return next(person, dead(person));
  }

  /** Of a booking that is just being made: it has no past to read. */
  Optional<MessageChannel> first(Addressee person) {
    return next(person, EnumSet.noneOf(MessageChannel.class));
  }

  /** Ways of which earlier messages about the booking proved that they lead nowhere. */
  Set<MessageChannel> dead(Addressee person) {
    Set<MessageChannel> dead = EnumSet.noneOf(MessageChannel.class);
    outbox.about(person.bookingId()).stream()
        .filter(message -> Dead.is(message, person))
        .forEach(message -> dead.add(message.channel()));
    return dead;
  }

  /**
   * Of those that are read at once, for what cannot wait for a call; a call was asked for: even so.
   */
  Optional<MessageChannel> written(Addressee person) {
    Set<MessageChannel> dead = dead(person);
    boolean sms = canSms(person) && !dead.contains(MessageChannel.sms);
    boolean email = person.email() != null && !dead.contains(MessageChannel.email);
    if (person.contactBy() == ContactBy.none || (!sms && !email)) {
      return Optional.empty();
    }
    return Optional.of(
        sms && (person.contactBy() == ContactBy.sms || !email)
            ? MessageChannel.sms
            : MessageChannel.email);
  }

  /**
   * @param failed ways that led nowhere
   */
  Optional<MessageChannel> next(Addressee person, Set<MessageChannel> failed) {
    if (person.contactBy() == ContactBy.none) {
      return Optional.empty();
    }
    if (person.contactBy() == ContactBy.sms
        && canSms(person)
        && !failed.contains(MessageChannel.sms)) {
      return Optional.of(MessageChannel.sms);
    }
    if (person.contactBy() != ContactBy.call) {
      if (person.email() != null && !failed.contains(MessageChannel.email)) {
        return Optional.of(MessageChannel.email);
      }
      if (canSms(person) && !failed.contains(MessageChannel.sms)) {
        return Optional.of(MessageChannel.sms);
      }
    }
    // Without any number the clerk still has to find a way: the sheet says so.
    boolean callable = person.phone() != null || !failed.isEmpty();
    return callable && !failed.contains(MessageChannel.call)
        ? Optional.of(MessageChannel.call)
        : Optional.empty();
  }

  private boolean canSms(Addressee person) {
    return person.phone() != null
        && PhoneNumbers.mobile(person.phone())
        && transports.reach(MessageChannel.sms);
  }
}

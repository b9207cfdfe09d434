package fr.porteouverte.message;

import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.outbox.Channel;
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
class Ways {
  @Inject Transports transports;
  @Inject Outbox outbox;

  /** Empty: they asked for silence, or left nothing to reach them by. */
  Optional<Channel> of(Addressee person) {
    return next(person, dead(person));
  }

  /** Of a booking that is just being made: it has no past to read. */
  Optional<Channel> first(Addressee person) {
    return next(person, EnumSet.noneOf(Channel.class));
  }

  /** Ways of which earlier messages about the booking proved that they lead nowhere. */
  Set<Channel> dead(Addressee person) {
    Set<Channel> dead = EnumSet.noneOf(Channel.class);
    outbox.about(person.bookingId()).stream()
        .filter(Dead::is)
        .forEach(message -> dead.add(message.channel()));
    return dead;
  }

  /**
   * Of those that are read at once, for what cannot wait for a call; a call was asked for: even so.
   */
  Optional<Channel> written(Addressee person) {
    Set<Channel> dead = dead(person);
    boolean sms = canSms(person) && !dead.contains(Channel.sms);
    boolean email = person.email() != null && !dead.contains(Channel.email);
    if (person.contactBy() == ContactBy.none || (!sms && !email)) {
      return Optional.empty();
    }
    return Optional.of(
        sms && (person.contactBy() == ContactBy.sms || !email) ? Channel.sms : Channel.email);
  }

  /**
   * @param failed ways that led nowhere
   */
  Optional<Channel> next(Addressee person, Set<Channel> failed) {
    if (person.contactBy() == ContactBy.none) {
      return Optional.empty();
    }
    if (person.contactBy() == ContactBy.sms && canSms(person) && !failed.contains(Channel.sms)) {
      return Optional.of(Channel.sms);
    }
    if (person.contactBy() != ContactBy.call) {
      if (person.email() != null && !failed.contains(Channel.email)) {
        return Optional.of(Channel.email);
      }
      if (canSms(person) && !failed.contains(Channel.sms)) {
        return Optional.of(Channel.sms);
      }
    }
    // Without any number the clerk still has to find a way: the sheet says so.
    boolean callable = person.phone() != null || !failed.isEmpty();
    return callable && !failed.contains(Channel.call)
        ? Optional.of(Channel.call)
        : Optional.empty();
  }

  private boolean canSms(Addressee person) {
    return person.phone() != null
        && PhoneNumbers.mobile(person.phone())
        && transports.reach(Channel.sms);
  }
}

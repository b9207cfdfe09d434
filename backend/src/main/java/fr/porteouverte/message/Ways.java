package fr.porteouverte.message;

import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.outbox.Channel;
import fr.porteouverte.outbox.Transports;
import fr.porteouverte.site.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Chooses how somebody hears of a booking: as they wish, else as they can. */
@ApplicationScoped
class Ways {
  private final Transports transports;

  Ways(Transports transports) {
    this.transports = transports;
  }

  /** Empty: they asked for silence, or left nothing to reach them by. */
  Optional<Channel> of(Addressee person) {
    return person.contactBy() == ContactBy.none
        ? Optional.empty()
        : next(person, EnumSet.noneOf(Channel.class));
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

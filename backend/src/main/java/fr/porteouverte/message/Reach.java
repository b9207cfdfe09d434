package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.outbox.MessageChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers the room {@code booking} whether a message reaches somebody. */
@ApplicationScoped
class Reach implements MessageReach {
  @Inject Correspondence correspondence;
  @Inject Ways ways;

  @Override
  public boolean reaches(long bookingId) {
    return correspondence
        .addressee(bookingId)
        .flatMap(ways::of)
        .filter(channel -> channel != MessageChannel.call)
        .isPresent();
  }

  @Override
  public boolean reachesAtOnce(long bookingId) {
    return correspondence.addressee(bookingId).flatMap(ways::written).isPresent();
  }
}

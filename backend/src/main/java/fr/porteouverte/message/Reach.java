package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.outbox.Channel;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers the room {@code booking} whether a message reaches somebody. */
@ApplicationScoped
class Reach implements MessageReach {
  private final Correspondence correspondence;
  private final Ways ways;

  Reach(Correspondence correspondence, Ways ways) {
    this.correspondence = correspondence;
    this.ways = ways;
  }

  @Override
  public boolean reaches(long bookingId) {
    return correspondence
        .addressee(bookingId)
        .flatMap(ways::of)
        .filter(channel -> channel != Channel.call)
        .isPresent();
  }
}

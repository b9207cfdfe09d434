package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.outbox.Channel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers the room {@code booking} whether a message reaches somebody. */
@ApplicationScoped
class Reach implements MessageReach {
  private static final List<MessageState> IN_VAIN =
      List.of(MessageState.refused, MessageState.bounced, MessageState.expired);

  @Inject Correspondence correspondence;
  @Inject Ways ways;
  @Inject Outbox outbox;

  @Override
  public boolean reaches(long bookingId) {
    return correspondence
        .addressee(bookingId)
        .flatMap(ways::of)
        .filter(channel -> channel != Channel.call)
        .isPresent();
  }

  @Override
  public boolean reachesAtOnce(long bookingId) {
    return correspondence.addressee(bookingId).flatMap(ways::written).isPresent();
  }

  @Override
  public Set<Long> unheard(Collection<Long> offers) {
    if (offers.isEmpty()) {
      return Set.of();
    }
    return outbox
        .list(
            "kind = ?1 and cause in ?2 and state in ?3",
            MessageKind.earlierSlot.name(),
            offers.stream().map(Causes::offer).toList(),
            IN_VAIN)
        .stream()
        .map(OutboxMessage::cause)
        .map(Causes::offerOf)
        .collect(Collectors.toSet());
  }
}

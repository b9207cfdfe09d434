package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.waitlist.SlotOffered;
import fr.porteouverte.waitlist.WaitlistRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the first on the waiting list that an earlier slot is kept for them. */
@ApplicationScoped
class OfferMessages implements WaitlistRules {
  private static final List<MessageState> IN_VAIN =
      List.of(MessageState.refused, MessageState.bounced, MessageState.expired);

  @Inject MessageSettingsStore settings;
  @Inject Correspondence correspondence;
  @Inject Ways ways;
  @Inject Outbox outbox;

  @Override
  public boolean at(long siteId) {
    return settings.of(siteId).waitlist();
  }

  @Override
  public Instant awake(long siteId, ZoneId zone, Instant now) {
    return settings.of(siteId).quietHours().next(now, zone);
  }

  @Override
  public Set<Long> unheard(Collection<Long> offers) {
    if (offers.isEmpty()) {
      return Set.of();
    }
    return outbox
        .list(
            "kind = ?1 and cause in ?2 and state in ?3",
            MessageKind.waitlistOffer.name(),
            offers.stream().map(Causes::offer).toList(),
            IN_VAIN)
        .stream()
        .map(OutboxMessage::cause)
        .map(Causes::offerOf)
        .collect(Collectors.toSet());
  }

  void offered(@Observes SlotOffered offer) {
    Addressee person = correspondence.addressee(offer.bookingId()).orElseThrow();
    ways.written(person).ifPresent(channel -> outbox.write(draft(offer, person, channel)));
  }

  private static Draft draft(SlotOffered offer, Addressee person, MessageChannel channel) {
    return new Draft(
        MessageKind.waitlistOffer.name(),
        Causes.offer(offer.offerId()),
        Causes.recipient(person, channel),
        channel,
        offer.siteId(),
        offer.bookingId(),
        null,
        offer.at(),
        offer.expiresAt());
  }
}

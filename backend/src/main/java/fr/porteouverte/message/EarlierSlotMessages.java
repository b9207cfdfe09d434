package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.booking.EarlierSlotOffered;
import fr.porteouverte.booking.EarlierSlotsAllowed;
import fr.porteouverte.outbox.Channel;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;

/** Tells who is in turn that an earlier slot is kept for them. */
@ApplicationScoped
class EarlierSlotMessages implements EarlierSlotsAllowed {
  @Inject MessageSettingsStore settings;
  @Inject Correspondence correspondence;
  @Inject Ways ways;
  @Inject Outbox outbox;

  @Override
  public boolean at(long siteId) {
    return settings.of(siteId).earlierSlots();
  }

  @Override
  public Instant awake(long siteId, ZoneId zone, Instant now) {
    return settings.of(siteId).quietHours().next(now, zone);
  }

  void offered(@Observes EarlierSlotOffered offer) {
    Addressee person = correspondence.addressee(offer.bookingId()).orElseThrow();
    ways.written(person).ifPresent(channel -> outbox.write(draft(offer, person, channel)));
  }

  private static Draft draft(EarlierSlotOffered offer, Addressee person, Channel channel) {
    return new Draft(
        MessageKind.earlierSlot.name(),
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

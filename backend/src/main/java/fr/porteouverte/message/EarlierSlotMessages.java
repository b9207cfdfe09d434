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
import java.time.Instant;
import java.time.ZoneId;

/** Tells who is in turn that an earlier slot is kept for them. */
@ApplicationScoped
class EarlierSlotMessages implements EarlierSlotsAllowed {
  private final MessageSettingsStore settings;
  private final Correspondence correspondence;
  private final Ways ways;
  private final Outbox outbox;

  EarlierSlotMessages(
      MessageSettingsStore settings, Correspondence correspondence, Ways ways, Outbox outbox) {
    this.settings = settings;
    this.correspondence = correspondence;
    this.ways = ways;
    this.outbox = outbox;
  }

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

package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Bookings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What a message may say of an offer. */
@ApplicationScoped
public class OfferReader {
  @Inject WaitlistOffers offers;
  @Inject Bookings bookings;
  @Inject Clock clock;

  /**
   * An offer of an earlier place, as it stands.
   *
   * @param live the person may still take it
   * @param start of the place, with the house's offset; the booking's own is later
   */
  public record Offered(
      long bookingId,
      boolean live,
      OffsetDateTime start,
      OffsetDateTime end,
      OffsetDateTime expiresAt) {}

  @Transactional
  public Optional<Offered> offered(long offerId) {
    return offers.findByIdOptional(offerId).map(this::offered);
  }

  private Offered offered(WaitlistOffer offer) {
    Booking booking = bookings.findById(offer.bookingId());
    ZoneId zone = booking.site().zone();
    return new Offered(
        offer.bookingId(),
        offer.liveAt(clock.instant()),
        offer.start().atZone(zone).toOffsetDateTime(),
        offer.end().atZone(zone).toOffsetDateTime(),
        offer.expiresAt().atZone(zone).toOffsetDateTime());
  }
}

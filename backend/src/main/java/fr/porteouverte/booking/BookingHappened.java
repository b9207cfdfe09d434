package fr.porteouverte.booking;

import fr.porteouverte.partner.Partner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking changed. A synchronous event inside the transaction that changed it: what its observers
 * write is committed with the change, or not at all.
 *
 * @param sequence of the booking after the change (RFC 5545 SEQUENCE)
 * @param start of the appointment after the change
 * @param previousStart where it was before it moved; null for every other kind
 * @param previousSite its house before it moved
 * @param previousPartner its partner before it moved; null: none, or it did not move
 * @param byVisitor by the private link, not by staff or the system
 * @param origin from where, as the booking's history has it: online, counter, kiosk, late, api or
 *     system
 * @param person whom to tell of a new one, by what was just written; null: to be read
 * @param told the person knows of it already: they did it, or somebody spoke to them
 */
public record BookingHappened(
    long bookingId,
    long siteId,
    Kind kind,
    int sequence,
    Instant start,
    @Nullable Instant previousStart,
    @Nullable Long previousSite,
    @Nullable Long previousPartner,
    boolean byVisitor,
    String origin,
    boolean told,
    Correspondence.@Nullable Addressee person,
    Instant at) {

  /** Where and when a booking was before it moved. */
  public record Former(Instant start, long site, @Nullable Long partner) {
    public static Former of(Booking booking) {
      Partner partner = booking.partner();
      return new Former(
          booking.start(), booking.site().id(), partner == null ? null : partner.id());
    }
  }

  /** What happened, as the booking's history calls it. */
  public enum Kind {
    booked,
    moved,
    /** Of one that the house cancelled: the person took another time. */
    rebooked,
    cancelled,
    /** The house took it away: its session was cancelled, or the house closes. */
    cancelledByHouse,
    arrived,
    unarrived,
    /** The person's name, address or number was put right; the appointment is as it was. */
    corrected,
    /** Its house has another name or address; the time stays. */
    houseMoved
  }
}

package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A freed place that one person may have, for a while and nobody else. Its seats are those of its
 * hold. Changed only under the lock of the house's list (see {@link OfferMaker#lock}).
 */
@Entity
@Table(name = "waitlist_offer")
public class WaitlistOffer {
  /** Live as {@code offered}; each other state is an end. */
  enum State {
    offered,
    accepted,
    refused,
    expired,
    withdrawn
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "booking_id", nullable = false)
  private long bookingId;

  @Column(name = "site_id", nullable = false)
  private long siteId;

  @Column(name = "slot_id", nullable = false)
  private long slotId;

  @Column(name = "start_at", nullable = false)
  private Instant start;

  @Column(name = "end_at", nullable = false)
  private Instant end;

  @Column(name = "hold_id", nullable = false)
  private UUID holdId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private State state = State.offered;

  /** True, or null once it is settled: the table's key lets each person have one. */
  private @Nullable Boolean live = true;

  @Column(name = "offered_at", nullable = false)
  private Instant offeredAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  protected WaitlistOffer() {}

  /**
   * @param end of the last slot of its run
   */
  WaitlistOffer(Booking to, Hold hold, Instant start, Instant end, Instant now, Instant until) {
    this.bookingId = to.id();
    this.siteId = to.site().id();
    this.slotId = hold.slotId();
    this.holdId = hold.id();
    this.start = start;
    this.end = end;
    this.offeredAt = now;
    this.expiresAt = until;
  }

  void settle(State as, Instant now) {
    if (state != State.offered || as == State.offered) {
      throw new IllegalStateException("offer " + id + " is " + state + ": " + as);
    }
    state = as;
    live = null;
    settledAt = now;
  }

  /** Nobody may take it any more; the next round gives its place on. */
  void cutShort(Instant now) {
    if (expiresAt.isAfter(now)) {
      expiresAt = now;
    }
  }

  boolean liveAt(Instant now) {
    return state == State.offered && expiresAt.isAfter(now);
  }

  long id() {
    return id;
  }

  long bookingId() {
    return bookingId;
  }

  long slotId() {
    return slotId;
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return end;
  }

  UUID holdId() {
    return holdId;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}

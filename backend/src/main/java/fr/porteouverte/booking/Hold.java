package fr.porteouverte.booking;

import fr.porteouverte.booking.proof.Taker;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short exclusive claim on a run of slots while someone types. Its seats live in {@code seat}.
 */
@Entity
public class Hold {
  /** In the place of a browser's number. */
  private static final String OFFER = "waitlist-entry";

  @Id private UUID id;

  @Column(name = "slot_id", nullable = false)
  private long slotId;

  @Column(name = "procedure_id", nullable = false)
  private long procedureId;

  @Column(nullable = false)
  private String browser;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(nullable = false)
  private boolean extended;

  /** The only booking that may move into it; null: whoever knows its id. */
  @Column(name = "booking_id")
  private @Nullable Long bookingId;

  /** Keyed hash of the address; null: somebody who logged in, or an offer. */
  @Column(name = "taken_from")
  private @Nullable String takenFrom;

  /** Whether it does not count among what the unknown have taken. */
  @Column(nullable = false)
  private boolean proved = true;

  Hold() {}

  public Hold(UUID id, long slotId, long procedureId, String browser, Instant now, Duration lasts) {
    this.id = id;
    this.slotId = slotId;
    this.procedureId = procedureId;
    this.browser = browser;
    this.createdAt = now;
    this.expiresAt = now.plus(lasts);
  }

  /**
   * A freed place, kept for a booking that is offered it; it ends with the offer, and not before.
   */
  public static Hold offered(UUID id, long slotId, Booking to, Instant now, Instant until) {
    Hold hold = new Hold(id, slotId, to.procedure().id(), OFFER, now, Duration.between(now, until));
    hold.bookingId = to.id();
    hold.extended = true;
    return hold;
  }

  public void takenBy(Taker taker, boolean proved) {
    this.takenFrom = taker.source();
    this.proved = proved;
  }

  public boolean proved() {
    return proved;
  }

  public boolean liveAt(Instant now) {
    return expiresAt.isAfter(now);
  }

  /**
   * @param booking that wants to move into it; null for a new one
   */
  boolean isFor(long slot, long procedure, @Nullable Long booking) {
    return slotId == slot
        && procedureId == procedure
        && (bookingId == null || bookingId.equals(booking));
  }

  public void extend(Instant until) {
    if (extended) {
      throw new IllegalStateException("a hold is extended once");
    }
    this.expiresAt = until;
    this.extended = true;
  }

  public UUID id() {
    return id;
  }

  public long slotId() {
    return slotId;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean extended() {
    return extended;
  }
}

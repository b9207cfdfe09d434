package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody with a booking would like to come earlier, to the same house for the same thing. */
@Entity
@Table(name = "waitlist_entry")
public class WaitlistEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "booking_id", nullable = false)
  private long bookingId;

  @Column(name = "site_id", nullable = false)
  private long siteId;

  @Column(name = "procedure_id", nullable = false)
  private long procedureId;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  protected WaitlistEntry() {}

  WaitlistEntry(Booking booking, Instant now) {
    this.bookingId = booking.id();
    this.siteId = booking.site().id();
    this.procedureId = booking.procedure().id();
    this.askedAt = now;
  }
}

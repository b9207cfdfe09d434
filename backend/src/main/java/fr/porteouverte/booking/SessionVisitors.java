package fr.porteouverte.booking;

import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.procedure.ProcedureRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is booked in a session, for whoever notes what became of it. Everything here joins the
 * caller's transaction, who says what of it the reader may see.
 */
@ApplicationScoped
public class SessionVisitors {
  @Inject Bookings bookings;

  /**
   * A booking with its person.
   *
   * @param partnerId null: the house's own clerks
   * @param sessionId null: its slot is no longer there
   * @param phone null: none
   * @param followUp the same person's next appointment about the same thing
   */
  public record Visitor(
      long bookingId,
      String reference,
      BookingState state,
      long siteId,
      ZoneId zone,
      @Nullable Long partnerId,
      long permanenceId,
      @Nullable Long sessionId,
      Instant start,
      Instant end,
      String firstName,
      String lastName,
      @Nullable String phone,
      ProcedureRef procedure,
      List<DocumentView> documents,
      boolean followUp) {

    static Visitor of(Booking booking, @Nullable Long sessionId) {
      Contact visitor = booking.visitor();
      return new Visitor(
          booking.id(),
          booking.reference(),
          booking.state(),
          booking.site().id(),
          booking.site().zone(),
          booking.partner() == null ? null : booking.partner().id(),
          booking.permanence().id(),
          sessionId,
          booking.start(),
          booking.end(),
          visitor.firstName(),
          visitor.lastName(),
          visitor.phone(),
          ProcedureRef.of(booking.procedure()),
          booking.procedureHere().papers(),
          booking.followUpOf() != null);
    }
  }

  /** Those not cancelled, by start. */
  public List<Visitor> of(long sessionId) {
    return bookings.visitorsIn(sessionId).stream()
        .map(booking -> Visitor.of(booking, sessionId))
        .toList();
  }

  /**
   * Read before any lock: it may change until {@link #locked}.
   *
   * @param reference as people write it
   */
  public Optional<Visitor> named(String reference) {
    return bookings.named(reference).map(this::visitor);
  }

  /** Likewise, of one that there is. */
  public Visitor known(long bookingId) {
    return visitor(bookings.findById(bookingId));
  }

  /** Read anew under the booking's lock. Several are locked in order of id. */
  public Visitor locked(long bookingId) {
    return visitor(bookings.locked(bookingId));
  }

  private Visitor visitor(Booking booking) {
    return Visitor.of(booking, bookings.sessionOf(booking.slotId()).orElse(null));
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.procedure.ProcedureRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is expected at a house, for the eyes of its staff. */
@ApplicationScoped
public class Agenda {
  @Inject Bookings bookings;

  /**
   * A booking that stands.
   *
   * @param sessionId of the session whose slot it has; null when that is no longer there
   */
  public record Appointment(
      long bookingId,
      String reference,
      BookingState state,
      Instant start,
      Instant end,
      String firstName,
      String lastName,
      @Nullable String phone,
      @Nullable String bookedBy,
      ProcedureRef procedure,
      long permanenceId,
      @Nullable Long sessionId) {

    static Appointment of(Booking booking, @Nullable Long sessionId) {
      Contact visitor = booking.visitor();
      return new Appointment(
          booking.id(),
          booking.reference(),
          booking.state(),
          booking.start(),
          booking.end(),
          visitor.firstName(),
          visitor.lastName(),
          visitor.phone(),
          visitor.bookedBy(),
          ProcedureRef.of(booking.procedure()),
          booking.permanence().id(),
          sessionId);
    }
  }

  /** Not cancelled, beginning in this time, by start. */
  public List<Appointment> at(long siteId, Instant from, Instant before) {
    return bookings.standing(siteId, from, before);
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.procedure.ProcedureRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is expected at a house, for the eyes of its staff. */
@ApplicationScoped
public class Agenda {
  @Inject Bookings bookings;
  @Inject MessageReach reach;

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

  /**
   * Somebody whose appointment the house moved or cancelled, and whom nobody could tell.
   *
   * @param expectedAt when they believe that it is
   */
  public record Unaware(Appointment appointment, Instant expectedAt) {}

  /** Who may come in this time though they are not expected, by that time. */
  public List<Unaware> unaware(long siteId, Instant from, Instant before) {
    Map<Long, Instant> when =
        reach.unaware(siteId, from, before).stream()
            .collect(
                Collectors.toMap(
                    MessageReach.Unaware::bookingId, MessageReach.Unaware::expectedAt));
    return bookings.whole(when.keySet()).stream()
        .filter(booking -> booking.state() != BookingState.arrived)
        .map(
            booking ->
                new Unaware(
                    Appointment.of(booking, null), Objects.requireNonNull(when.get(booking.id()))))
        .sorted(Comparator.comparing(Unaware::expectedAt))
        .toList();
  }

  /** Not cancelled, beginning in this time, by start. */
  public List<Appointment> at(long siteId, Instant from, Instant before) {
    return bookings.standing(siteId, from, before);
  }
}

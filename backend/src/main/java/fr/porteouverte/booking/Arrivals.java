package fr.porteouverte.booking;

import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the counter queue may do with bookings: find one, note that its person is there, take that
 * back. All of it joins the caller's transaction, which has locked the house's queue first.
 */
@ApplicationScoped
public class Arrivals {
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject BookingService service;
  @Inject Visits visits;
  @Inject BookableTimes window;
  @Inject MessageReach reach;

  /** A booking as the queue needs it: no contact, and a name only where staff look. */
  public record Expected(
      long bookingId,
      long siteId,
      long procedureId,
      long permanenceId,
      Instant start,
      BookingState state) {}

  /** Who comes, for the eyes of staff only. */
  public record Person(
      long bookingId, String reference, String firstName, String lastName, Instant start) {}

  /**
   * Read before any lock: it may change until {@link #arrive}.
   *
   * @param reference as people write it
   */
  public Optional<Expected> find(String reference) {
    return bookings.expected(Reference.normalise(reference));
  }

  /**
   * The booking becomes arrived. Refused when it is cancelled or arrived, elsewhere (404), or of
   * another day.
   *
   * @param today local date of the house
   */
  public Expected arrive(long bookingId, long siteId, LocalDate today, Who who, Instant now) {
    Booking booking = bookings.locked(bookingId);
    if (booking.site().id() != siteId) {
      throw new NotFound();
    }
    if (booking.state() == BookingState.cancelled) {
      throw reach.isUnaware(bookingId)
          ? Refusals.cancelledAndUntold()
          : Refusals.alreadyCancelled();
    }
    if (booking.state() == BookingState.arrived) {
      throw Refusals.alreadyArrived();
    }
    if (!booking.start().atZone(booking.site().zone()).toLocalDate().equals(today)) {
      throw reach.isUnaware(bookingId) ? Refusals.movedAndUntold() : Refusals.notToday();
    }
    booking.arrive(now);
    events.append(booking, BookingHappened.Kind.arrived, who.name(), who.origin(), now);
    return expected(booking);
  }

  /**
   * Who says so, for the history.
   *
   * @param origin from where: counter, kiosk, late (from paper) or system
   */
  public record Who(String name, String origin) {}

  /** A slot for somebody who is there. */
  public record Referral(String slotId, String procedureId, VisitorRequest visitor) {}

  /**
   * Books a slot of this house, before the queue's lock: the slots' come first.
   *
   * @return the id of the booking, to {@link #arrive} with
   */
  public long book(Referral wanted, long siteId, String actor, Instant now) {
    Visit visit = visits.of(wanted.slotId(), wanted.procedureId());
    if (visit.permanence().site().id() != siteId) {
      throw new NotFound();
    }
    BookingRequest request =
        BookingRequest.of(wanted.slotId(), wanted.procedureId(), wanted.visitor());
    return service.booked(visit, request, actor, Taker.KNOWN, now).id();
  }

  /** Around the whole transaction: a slot that cannot be had is refused with others. */
  public <T> T offeringAlternatives(Referral wanted, Supplier<T> transaction) {
    return window.offeringAlternatives(wanted.slotId(), wanted.procedureId(), transaction);
  }

  /** Somebody who has an appointment and has not arrived. */
  public record Awaited(
      long bookingId, Instant start, Procedure procedure, Permanence permanence) {}

  /** Of those whose appointment begins in this time, by start. */
  public List<Awaited> awaited(long siteId, Instant from, Instant before) {
    return bookings.awaited(siteId, from, before);
  }

  /**
   * What became of appointments that began in this time.
   *
   * @param appointments not cancelled
   * @param came of them
   */
  public record Turnout(long appointments, long came) {}

  public Turnout turnout(long siteId, Instant from, Instant before) {
    return bookings.turnout(siteId, from, before);
  }

  /** The person may arrive anew, move or cancel. */
  public void undo(long bookingId, Who who, Instant now) {
    Booking booking = bookings.locked(bookingId);
    booking.undoArrival(now);
    events.append(booking, BookingHappened.Kind.unarrived, who.name(), who.origin(), now);
  }

  /** By the ids of their bookings. */
  public Map<Long, Person> people(Collection<Long> bookingIds) {
    return bookingIds.isEmpty()
        ? Map.of()
        : bookings.people(bookingIds).stream()
            .collect(Collectors.toMap(Person::bookingId, Function.identity()));
  }

  static Expected expected(Booking booking) {
    return new Expected(
        booking.id(),
        booking.site().id(),
        booking.procedure().id(),
        booking.permanence().id(),
        booking.start(),
        booking.state());
  }
}

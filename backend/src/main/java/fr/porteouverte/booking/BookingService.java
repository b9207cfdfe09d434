package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.proof.Takings;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Quotas;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.slip.SlipCode;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Makes bookings. */
@ApplicationScoped
public class BookingService {
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Visits visits;
  @Inject Seating seating;
  @Inject BookableTimes window;
  @Inject Quotas quotas;
  @Inject Takings takings;
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject BookingSecret secret;
  @Inject SlipCode slips;
  @Inject Access access;
  @Inject CurrentIntegrator system;
  @Inject Clock clock;

  /** Books, or answers again what the same request booked before. */
  BookingView book(BookingRequest wanted, String actor, Taker taker, Idempotency.Token token) {
    return window.offeringAlternatives(
        wanted.slotId(),
        wanted.procedureId(),
        () ->
            transactions.call(
                () -> {
                  Booking booking = booked(wanted, actor, taker, token);
                  BookingView view =
                      BookingView.of(
                          booking, secret.of(booking), slips.of(booking), false, clock.instant());
                  return system.get().isPresent() ? view.toSystem() : view;
                }));
  }

  private Booking booked(
      BookingRequest wanted, String actor, Taker taker, Idempotency.Token token) {
    Optional<String> before = idempotency.before(token);
    if (before.isPresent()) {
      return bookings.findByIdOptional(Long.valueOf(before.get())).orElseThrow(NotFound::new);
    }
    Visit visit = visits.of(wanted.slotId(), wanted.procedureId());
    Booking booking = booked(visit, wanted, actor, taker, clock.instant());
    idempotency.made(token, Long.toString(booking.id()));
    return booking;
  }

  /**
   * Books in the caller's transaction, which has no lock but an idempotency row's. Staff of the
   * house book for somebody who is there or on the phone: no contact, notice or quota is asked.
   */
  Booking booked(Visit visit, BookingRequest wanted, String actor, Taker taker, Instant now) {
    boolean byStaff = access.actsInPlace(visit.permanence().site().id(), visit.partnerId());
    Contact visitor = Contacts.of(wanted.visitor(), visit.permanence().site(), byStaff);
    List<Slot> run = seating.lock(visit, List.of(), now).run();
    seating.requireOpen(visit, run, now);
    Optional<Hold> hold = hold(wanted.holdId(), visit, null, now);
    if (hold.isEmpty()) {
      window.requireBookable(visit, byStaff, now);
    }
    if (hold.isEmpty()) {
      seating.requireRoom(run, Booker.of(byStaff));
    }
    boolean proved = takings.requireBooking(visit, visitor, taker, hold, now);
    if (!byStaff) {
      quotas.roomForABooking(visit, visitor, now);
    }
    Booking made = new Booking(Reference.random(), visit, visitor, now);
    made.takenBy(taker, proved);
    Booking booking = persisted(made);
    give(run, hold, booking, Booker.of(byStaff));
    events.append(booking, BookingHappened.Kind.booked, actor, now);
    return booking;
  }

  /**
   * The same for the person of another booking, by who is with them: as for staff, no contact,
   * notice or quota is asked.
   */
  public Booking following(Booking before, Visit visit, String actor, Instant now) {
    return unasked(visit, Booking.following(Reference.random(), before, visit, now), actor, now);
  }

  /** The same for somebody who is only written down. */
  Booking written(Visit visit, Contact visitor, String actor, Instant now) {
    return unasked(visit, new Booking(Reference.random(), visit, visitor, now), actor, now);
  }

  private Booking unasked(Visit visit, Booking booking, String actor, Instant now) {
    List<Slot> run = seating.lock(visit, List.of(), now).run();
    seating.requireOpen(visit, run, now);
    window.requireBookable(visit, true, now);
    give(run, Optional.empty(), persisted(booking), Booker.staff);
    events.append(booking, BookingHappened.Kind.booked, actor, now);
    return booking;
  }

  /**
   * Uses the hold that was named, once for all. One that is gone or expired is no reason to refuse:
   * there may still be a place. One that is for something else stays as it is.
   *
   * @param bookingId that moves; null for a new one
   * @throws ProblemException hold-used, when another booking came of it
   */
  public Optional<Hold> hold(
      @Nullable UUID id, Visit visit, @Nullable Long bookingId, Instant now) {
    if (id == null) {
      return Optional.empty();
    }
    Optional<Hold> hold = holds.locked(id);
    if (hold.isPresent()
        && !hold.get().isFor(visit.slot().id(), visit.procedure().id(), bookingId)) {
      return Optional.empty();
    }
    if (!holds.use(id, now)) {
      throw Refusals.holdUsed();
    }
    return hold.filter(found -> found.liveAt(now));
  }

  /** Puts the booking into the run: in the seats of its hold, or in free ones. */
  public void give(List<Slot> run, Optional<Hold> hold, Booking booking, Booker who) {
    if (hold.isPresent()) {
      seats.convert(run, hold.get().id(), booking.id());
      holds.delete(hold.get());
    } else {
      seating.take(run, new SeatOwner.Booking(booking.id()), who);
    }
  }

  private Booking persisted(Booking booking) {
    try {
      bookings.persistAndFlush(booking);
      return booking;
    } catch (ConstraintViolationException clash) {
      if (clash.getConstraintName() != null
          && clash
              .getConstraintName()
              .toLowerCase(java.util.Locale.ROOT)
              .contains("booking_reference")) {
        throw new TryAgain("this reference exists already");
      }
      throw clash;
    }
  }
}

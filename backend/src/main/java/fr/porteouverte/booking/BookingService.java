package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.proof.Takings;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Foresight;
import fr.porteouverte.booking.seating.Quotas;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.slip.SlipCode;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Sales;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes bookings. */
@ApplicationScoped
public class BookingService {
  @Inject Sales sales;
  @Inject Foresight foresight;
  @Inject Idempotency idempotency;
  @Inject Visits visits;
  @Inject Seating seating;
  @Inject BookableTimes window;
  @Inject Quotas quotas;
  @Inject Takings takings;
  @Inject HeldPlaces held;
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject Event<PlacesFreed> freed;
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
        () -> {
          Optional<SlotRef> place =
              wanted.holdId() == null
                  ? foresight.place(
                      wanted.slotId(),
                      wanted.procedureId(),
                      wanted.visitor(),
                      token,
                      clock.instant())
                  : Optional.empty();
          return sales.call(
              first -> {
                Booking booking =
                    booked(wanted, first ? place : Optional.empty(), actor, taker, token);
                BookingView view =
                    BookingView.of(
                        booking, secret.of(booking), slips.of(booking), false, clock.instant());
                return system.get().isPresent() ? view.toSystem() : view;
              });
        });
  }

  private Booking booked(
      BookingRequest wanted,
      Optional<SlotRef> place,
      String actor,
      Taker taker,
      Idempotency.Token token) {
    Optional<String> before = idempotency.before(token);
    if (before.isPresent()) {
      return bookings.findByIdOptional(Long.valueOf(before.get())).orElseThrow(NotFound::new);
    }
    Visit visit =
        place
            .map(known -> visits.of(known, wanted.procedureId()))
            .orElseGet(() -> visits.of(wanted.slotId(), wanted.procedureId()));
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
    if (wanted.from() != null && !byStaff) {
      throw InvalidRequest.of(
          "from", "Seulement pour l’équipe de la maison.", "For staff of the house only.");
    }
    Contact visitor = Contacts.of(wanted.visitor(), visit.permanence().site(), byStaff);
    UUID holdId = wanted.holdId();
    Seating.Locked locked = seating.lock(visit, held.slotsToLock(holdId, visit), now);
    List<Slot> run = locked.run();
    seating.requireOpen(visit, run, now);
    HeldPlaces.Held hold = held.use(holdId, visit, null, locked, now);
    if (hold.hold().isEmpty()) {
      window.requireBookable(visit, byStaff, now);
    }
    if (!hold.seated()) {
      seating.requireRoom(run, Booker.of(byStaff));
    }
    boolean proved = takings.requireBooking(visit, visitor, taker, hold.hold(), now);
    if (!byStaff) {
      quotas.roomForABooking(visit, visitor, now);
    }
    Booking made = new Booking(Reference.random(), visit, visitor, now);
    made.takenBy(taker, proved);
    Booking booking = persisted(made);
    held.give(run, hold, booking, Booker.of(byStaff));
    events.append(
        booking,
        BookingHappened.Kind.booked,
        wanted.from() == BookingRequest.Caller.telephone
            ? Change.onTelephone(actor)
            : Change.by(actor),
        null,
        now);
    if (!hold.left().isEmpty()) {
      freed.fire(PlacesFreed.byHold(locked.all(), hold.left(), now));
    }
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
    seating.take(run, new SeatOwner.Booking(persisted(booking).id()), Booker.staff);
    events.append(booking, BookingHappened.Kind.booked, actor, now);
    return booking;
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

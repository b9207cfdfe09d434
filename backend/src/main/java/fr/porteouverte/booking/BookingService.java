package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.proof.Takings;
import fr.porteouverte.booking.seating.Ahead;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Foresight;
import fr.porteouverte.booking.seating.NewBookings;
import fr.porteouverte.booking.seating.Quotas;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.SlotTurns;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.slip.SlipCode;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.Engine;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Sales;
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
import java.util.function.Supplier;

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
  @Inject NewBookings rows;
  @Inject Ahead ahead;
  @Inject Engine engine;
  @Inject SlotTurns turns;
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
          Supplier<BookingView> sold = () -> sold(wanted, place, actor, taker, token);
          return place.map(known -> turns.await(known.id(), sold)).orElseGet(sold);
        });
  }

  private BookingView sold(
      BookingRequest wanted,
      Optional<SlotRef> place,
      String actor,
      Taker taker,
      Idempotency.Token token) {
    return sales.call(
        first -> {
          Booking booking = booked(wanted, first ? place : Optional.empty(), actor, taker, token);
          BookingView view =
              BookingView.of(
                  booking, secret.of(booking), slips.of(booking), false, clock.instant());
          return system.get().isPresent() ? view.toSystem() : view;
        });
  }

  private Booking booked(
      BookingRequest wanted,
      Optional<SlotRef> place,
      String actor,
      Taker taker,
      Idempotency.Token token) {
    Instant now = clock.instant();
    if (place.isPresent() && engine.isPostgresql()) {
      Visit visit = visits.of(place.get(), wanted.procedureId());
      if (visit.slots() == 1) {
        return bookedAtOnce(visit, wanted, actor, taker, token, now);
      }
    }
    Optional<String> before = idempotency.before(token);
    if (before.isPresent()) {
      return known(before.get());
    }
    Visit visit =
        place
            .map(known -> visits.of(known, wanted.procedureId()))
            .orElseGet(() -> visits.of(wanted.slotId(), wanted.procedureId()));
    Booking booking = booked(visit, wanted, actor, taker, clock.instant());
    idempotency.made(token, Long.toString(booking.id()));
    return booking;
  }

  /** The same in two messages, where the place is known: what is asked, and what is written. */
  private Booking bookedAtOnce(
      Visit visit,
      BookingRequest wanted,
      String actor,
      Taker taker,
      Idempotency.Token token,
      Instant now) {
    boolean byStaff = byStaff(visit, wanted);
    Contact visitor = Contacts.of(wanted.visitor(), visit.permanence().site(), byStaff);
    Ahead.Asked asked = ahead.ask(token, NewBookings.SEQUENCE, visit, visitor, taker, byStaff, now);
    Optional<String> before = asked.claim().before();
    if (before.isPresent()) {
      return known(before.get());
    }
    Booking booking =
        seated(visit, wanted, visitor, byStaff, actor, taker, now, Optional.of(asked));
    rows.send();
    return booking;
  }

  private Booking known(String id) {
    return bookings.findByIdOptional(Long.valueOf(id)).orElseThrow(NotFound::new);
  }

  /**
   * Books in the caller's transaction, which has no lock but an idempotency row's. Staff of the
   * house book for somebody who is there or on the phone: no contact, notice or quota is asked.
   */
  Booking booked(Visit visit, BookingRequest wanted, String actor, Taker taker, Instant now) {
    boolean byStaff = byStaff(visit, wanted);
    Contact visitor = Contacts.of(wanted.visitor(), visit.permanence().site(), byStaff);
    return seated(visit, wanted, visitor, byStaff, actor, taker, now, Optional.empty());
  }

  private boolean byStaff(Visit visit, BookingRequest wanted) {
    boolean byStaff = access.actsInPlace(visit.permanence().site().id(), visit.partnerId());
    if (wanted.from() != null && !byStaff) {
      throw InvalidRequest.of(
          "from", "Seulement pour l’équipe de la maison.", "For staff of the house only.");
    }
    return byStaff;
  }

  /**
   * @param asked what was asked before, under the locks that it names; empty: nothing was
   */
  private Booking seated(
      Visit visit,
      BookingRequest wanted,
      Contact visitor,
      boolean byStaff,
      String actor,
      Taker taker,
      Instant now,
      Optional<Ahead.Asked> asked) {
    UUID holdId = wanted.holdId();
    Seating.Locked locked =
        asked
            .map(ahead -> seating.lock(visit, ahead.slot(), now))
            .orElseGet(() -> seating.lock(visit, held.slotsToLock(holdId, visit), now));
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
      asked
          .flatMap(Ahead.Asked::limits)
          .ifPresentOrElse(
              limits -> limits.forEach(quotas::requireRoom),
              () -> quotas.roomForABooking(visit, visitor, now));
    }
    Booking made = new Booking(Reference.random(), visit, visitor, now);
    made.takenBy(taker, proved);
    Booking booking =
        asked
            .map(ahead -> rows.write(made, visit, ahead.claim().id()))
            .orElseGet(() -> rows.write(made));
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
    seating.take(run, new SeatOwner.Booking(rows.write(booking).id()), Booker.staff);
    events.append(booking, BookingHappened.Kind.booked, actor, now);
    return booking;
  }
}

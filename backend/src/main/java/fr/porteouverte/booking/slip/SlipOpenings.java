package fr.porteouverte.booking.slip;

import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.Reference;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.change.BookingChanges;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.limit.WrongCodes;
import fr.porteouverte.problem.TooManyCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens a booking to who has its paper: to read what the paper says, and to cancel. */
@ApplicationScoped
class SlipOpenings {
  @Inject Transactions transactions;
  @Inject SlipTries tries;
  @Inject WrongCodes wrongCodes;
  @Inject Bookings bookings;
  @Inject BookingChanges changes;
  @Inject SlipCode codes;
  @Inject CurrentIntegrator system;
  @Inject Clock clock;

  private enum Outcome {
    right,
    wrong,
    tooMany
  }

  SlipView open(SlipRequest typed) {
    long id = opened(typed);
    return transactions.call(() -> view(id));
  }

  SlipView cancel(SlipRequest typed) {
    long id = opened(typed);
    return transactions.call(
        () -> {
          changes.ensureCancelled(id, null, Change.byTheVisitor(), clock.instant());
          return view(id);
        });
  }

  private SlipView view(long id) {
    Booking booking = bookings.findById(id);
    BookingView view = BookingView.of(booking, null, null, false, clock.instant());
    return SlipView.of(
        system.get().isPresent() ? view.toSystem() : view,
        booking.cancelledByHouse(),
        booking.cancellationCause());
  }

  /**
   * The same answer for a reference that nobody has and for a wrong code. A wrong try is committed
   * before it is refused; many at once are counted one after the other.
   */
  private long opened(SlipRequest typed) {
    wrongCodes.requireSomeLeft();
    Tried tried = transactions.call(() -> tried(typed));
    return switch (tried.outcome()) {
      case right -> tried.bookingId();
      case wrong -> {
        wrongCodes.count();
        throw Refusals.notThisSlip();
      }
      case tooMany -> throw new TooManyCodes(tried.again());
    };
  }

  private record Tried(Outcome outcome, long bookingId, Duration again) {}

  private Tried tried(SlipRequest typed) {
    String reference = Reference.normalise(typed.reference());
    Instant now = clock.instant();
    String subject = tries.lock(reference, now);
    if (tries.exhausted(subject)) {
      return new Tried(Outcome.tooMany, 0, tries.wait(subject, now));
    }
    Optional<Booking> booking =
        bookings.named(reference).filter(found -> codes.opens(found, typed.code()));
    if (booking.isEmpty()) {
      tries.wrong(subject);
      return new Tried(Outcome.wrong, 0, Duration.ZERO);
    }
    tries.right(subject);
    return new Tried(Outcome.right, booking.get().id(), Duration.ZERO);
  }
}

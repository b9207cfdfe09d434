package fr.porteouverte.booking.visitor;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingEvents;
import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.ContactChanged;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts right what was written down of a person. */
@ApplicationScoped
class VisitorCorrections {
  @Inject Transactions transactions;
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject Event<ContactChanged> corrected;
  @Inject MessageReach reach;
  @Inject Access access;
  @Inject CurrentIntegrator system;
  @Inject Clock clock;

  VisitorDetails read(String reference) {
    return transactions.call(() -> view(own(reference)));
  }

  VisitorDetails correct(String reference, @Nullable String ifMatch, VisitorCorrection wanted) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          Booking booking = bookings.locked(own(reference).id());
          Etag.check(ifMatch, booking.version());
          if (booking.visitor().erased()) {
            throw Refusals.erased();
          }
          Contact right = Contacts.corrected(booking.visitor(), wanted.visitor(), booking.site());
          booking.correct(right, wanted.confirms(), now);
          if (wanted.confirms()) {
            requireConfirmable(booking, now);
          }
          events.append(booking, BookingHappened.Kind.corrected, access.caller().username(), now);
          corrected.fire(new ContactChanged(booking.id(), wanted.confirms()));
          bookings.flush();
          return view(booking);
        });
  }

  private void requireConfirmable(Booking booking, Instant now) {
    if (!booking.changeableAt(true, now) || !reach.reaches(booking.id())) {
      throw InvalidRequest.of(
          "confirmAgain",
          "La confirmation ne peut partir que par e-mail ou par SMS, pour un rendez-vous à venir.",
          "The confirmation can only go by e-mail or text message, for a booking to come.");
    }
  }

  private Booking own(String reference) {
    Booking booking = bookings.named(reference).orElseThrow(NotFound::new);
    Partner partner = booking.partner();
    access.requireOwnAs(booking.site().id(), partner == null ? null : partner.id());
    return booking;
  }

  private VisitorDetails view(Booking booking) {
    VisitorDetails details = VisitorDetails.of(booking);
    return system.get().isPresent() ? details.toSystem() : details;
  }
}

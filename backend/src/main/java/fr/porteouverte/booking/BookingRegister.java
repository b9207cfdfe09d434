package fr.porteouverte.booking;

import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.visitor.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Bookings as data that comes in: the demo's. */
@ApplicationScoped
public class BookingRegister {
  @Inject Visits visits;
  @Inject BookingService service;
  @Inject Clock clock;

  /** Joins the caller's transaction, which has no lock yet but other slots' of the same session. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void book(String slotId, String procedureId, VisitorRequest visitor, String actor) {
    Visit visit = visits.of(slotId, procedureId);
    service.written(
        visit, Contacts.of(visitor, visit.permanence().site(), true), actor, clock.instant());
  }
}

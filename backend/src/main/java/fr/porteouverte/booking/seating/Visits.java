package fr.porteouverte.booking.seating;

import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.slot.SlotRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Reads what a request names, before any lock; none of it changes with a booking. */
@ApplicationScoped
public class Visits {
  @Inject SlotLocks locks;
  @Inject EntityManager database;

  public Visit of(String slotId, String procedureId) {
    SlotRef place = locks.place(Ids.parse(slotId)).orElseThrow(NotFound::new);
    long procedure = Ids.parse(procedureId);
    return database
        .createQuery(
            "select p, d from Permanence p join fetch p.site left join fetch p.partner"
                + " join p.procedures d join fetch d.partner where p.id = :id and d.id = :procedure",
            Served.class)
        .setParameter("id", place.permanenceId())
        .setParameter("procedure", procedure)
        .getResultStream()
        .findFirst()
        .map(served -> new Visit(place, served.permanence(), served.procedure()))
        .orElseThrow(() -> notServed(procedure));
  }

  record Served(Permanence permanence, Procedure procedure) {}

  private RuntimeException notServed(long procedure) {
    if (database.find(Procedure.class, procedure) == null) {
      return new NotFound();
    }
    return InvalidRequest.of(
        "procedureId",
        "Cette démarche n’est pas proposée sur ce créneau.",
        "This procedure is not offered in this slot.");
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.slot.SlotPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads what a request names, before any lock; none of it changes with a booking. */
@ApplicationScoped
class Visits {
  private final SlotLocks locks;
  private final EntityManager database;

  Visits(SlotLocks locks, EntityManager database) {
    this.locks = locks;
    this.database = database;
  }

  Visit of(String slotId, String procedureId) {
    SlotPlace place = locks.place(Ids.parse(slotId)).orElseThrow(NotFound::new);
    Procedure procedure =
        database
            .createQuery("from Procedure p join fetch p.partner where p.id = :id", Procedure.class)
            .setParameter("id", Ids.parse(procedureId))
            .getResultStream()
            .findFirst()
            .orElseThrow(NotFound::new);
    Permanence permanence =
        database
            .createQuery(
                "from Permanence p join fetch p.site left join fetch p.partner where p.id = :id",
                Permanence.class)
            .setParameter("id", place.permanenceId())
            .getSingleResult();
    if (!permanence.serves(procedure)) {
      throw InvalidRequest.of(
          "procedureId",
          "Cette démarche n’est pas proposée sur ce créneau.",
          "This procedure is not offered in this slot.");
    }
    return new Visit(place, permanence, procedure);
  }
}

package fr.porteouverte.booking.seating;

import fr.porteouverte.database.Edition;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.slot.GoneSlots;
import fr.porteouverte.slot.GoneSlots.GoneSlot;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.slot.SlotRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;

/** Reads what a request names, before any lock; none of it changes with a booking. */
@ApplicationScoped
public class Visits {
  @Inject SlotLocks locks;
  @Inject GoneSlots gone;
  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject EntityManager database;
  @Inject Edition edition;

  /**
   * @throws NotFound also where the house is not live, or archived, for all but its staff
   */
  public Visit of(String slotId, String procedureId) {
    long id = Ids.parse(slotId);
    return of(locks.place(id).orElseThrow(() -> missing(id)), procedureId);
  }

  /** The same of a slot that was looked at already. */
  public Visit of(SlotRef place, String procedureId) {
    Visit visit = named(place, procedureId);
    if (sites.visible(visit.permanence().site().id()).isEmpty()) {
      throw new NotFound();
    }
    return visit;
  }

  private Visit named(SlotRef place, String procedureId) {
    long procedure = Ids.parse(procedureId);
    return edition
        .find(new Known(place.permanenceId()), () -> served(place.permanenceId()))
        .filter(served -> served.procedures().contains(procedure))
        .flatMap(
            served ->
                procedures
                    .known(procedure)
                    .map(known -> new Visit(place, served.permanence(), known)))
        .orElseThrow(() -> notServed(procedure));
  }

  private Optional<Served> served(long id) {
    return database
        .createQuery(
            "from Permanence p join fetch p.site left join fetch p.partner where p.id = :id",
            Permanence.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(permanence -> new Served(permanence, procedureIds(id)));
  }

  private Set<Long> procedureIds(long permanence) {
    return Set.copyOf(
        database
            .createQuery(
                "select d.id from Permanence p join p.procedures d where p.id = :id", Long.class)
            .setParameter("id", permanence)
            .getResultList());
  }

  private RuntimeException missing(long slotId) {
    return gone.find(slotId).isPresent() ? SlotRefused.gone() : new NotFound();
  }

  /** Of a slot that is there, or was. */
  Wish wish(String slotId, String procedureId) {
    long id = Ids.parse(slotId);
    Optional<SlotRef> place = locks.place(id);
    if (place.isPresent()) {
      return Wish.of(of(place.get(), procedureId));
    }
    GoneSlot was = gone.find(id).orElseThrow(NotFound::new);
    return new Wish(
        there(Site.class, was.siteId()),
        there(Procedure.class, Ids.parse(procedureId)),
        was.startAt());
  }

  private <T> T there(Class<T> kind, long id) {
    return Optional.ofNullable(database.find(kind, id)).orElseThrow(NotFound::new);
  }

  /** What is remembered of a permanence. */
  private record Known(long permanenceId) {}

  private record Served(Permanence permanence, Set<Long> procedures) {}

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

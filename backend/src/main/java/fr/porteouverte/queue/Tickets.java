package fr.porteouverte.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All tickets. */
@ApplicationScoped
class Tickets implements PanacheRepository<Ticket> {
  private static final String WITH_ALL =
      "from Ticket t join fetch t.procedure left join fetch t.permanence p left join fetch p.partner"
          + " where t.siteId = ?1 and t.date = ?2";

  /** The house of a ticket, without reading the ticket: its turn comes first. */
  Optional<Long> siteOf(long id) {
    return getEntityManager()
        .createQuery("select t.siteId from Ticket t where t.id = :id", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** All who are in the house: waiting, at a desk, put aside, or absent when called. */
  List<Ticket> present(long siteId, LocalDate day) {
    return list(
        WITH_ALL + " and t.state not in (?3, ?4) order by t.arrivedAt, t.id",
        siteId,
        day,
        TicketState.done,
        TicketState.left);
  }

  /** Done or gone, the newest first. */
  List<Ticket> finished(long siteId, LocalDate day, int limit) {
    return find(
            WITH_ALL + " and t.state in (?3, ?4) order by t.endedAt desc, t.id desc",
            siteId,
            day,
            TicketState.done,
            TicketState.left)
        .page(0, limit)
        .list();
  }

  /** Of a permanence's day without an appointment, in the order of their coming. */
  List<Ticket> walkIns(long siteId, long permanenceId, LocalDate day) {
    return list(
        WITH_ALL
            + " and p.id = ?3 and t.bookingId is null and t.state <> ?4"
            + " order by t.arrivedAt, t.id",
        siteId,
        day,
        permanenceId,
        TicketState.left);
  }

  Optional<Ticket> byPublicId(String publicId) {
    return find("publicId", publicId).firstResultOptional();
  }

  /** The last visits of a house that a desk began and ended. */
  List<ServiceTimes.Visit> served(long siteId, LocalDate since, int limit) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.queue.ServiceTimes$Visit(t.procedure.id, t.startedAt,"
                + " t.endedAt) from Ticket t where t.siteId = :site and t.date >= :since and t.state"
                + " = :done and t.startedAt is not null order by t.date desc, t.id desc",
            ServiceTimes.Visit.class)
        .setParameter("site", siteId)
        .setParameter("since", since)
        .setParameter("done", TicketState.done)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Of those who had an appointment that day. */
  List<Ticket> expected(long siteId, LocalDate day) {
    return list("siteId = ?1 and date = ?2 and bookingId is not null", siteId, day);
  }

  Optional<Ticket> ofBooking(long bookingId) {
    return find("bookingId", bookingId).firstResultOptional();
  }

  /** Those of days before this one whose visit nobody ended. */
  List<Ticket> forgotten(long siteId, LocalDate today) {
    return list(
        "siteId = ?1 and date < ?2 and state in ?3 order by id",
        siteId,
        today,
        List.of(TicketState.waiting, TicketState.called, TicketState.serving, TicketState.parked));
  }
}

package fr.porteouverte.queue.ticket;

import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.order.PastVisit;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tickets. */
@ApplicationScoped
public class Tickets implements PanacheRepository<Ticket> {
  private static final String WITH_ALL =
      "from Ticket t join fetch t.procedure left join fetch t.permanence p left join fetch"
          + " p.partner where t.siteId = ?1 and t.date = ?2";

  private static final List<TicketState> OVER =
      List.of(TicketState.done, TicketState.noShow, TicketState.left);

  private static final String GIVEN =
      "from Ticket t where t.siteId = ?1 and t.date = ?2 and t.origin = ?3 and not exists (select 1"
          + " from QueueEvent e where e.ticketId = t.id and e.kind = ?4 and e.undone)";

  /** The house of a ticket, without reading the ticket: the lock of its queue comes first. */
  public Optional<Long> siteOf(long id) {
    return getEntityManager()
        .createQuery("select t.siteId from Ticket t where t.id = :id", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** All who are in the house: waiting, at a counter, put aside, or absent when called. */
  public List<Ticket> present(long siteId, LocalDate day) {
    return list(WITH_ALL + " and t.state not in ?3 order by t.arrivedAt, t.id", siteId, day, OVER);
  }

  /** Done or gone, the newest first. */
  public List<Ticket> finished(long siteId, LocalDate day, int limit) {
    return find(
            WITH_ALL + " and t.state in ?3 order by t.atCounter.endedAt desc, t.id desc",
            siteId,
            day,
            OVER)
        .page(0, limit)
        .list();
  }

  /** Of a permanence's day without an appointment, in the order of their coming. */
  public List<Ticket> walkIns(long siteId, long permanenceId, LocalDate day) {
    return list(
        WITH_ALL
            + " and p.id = ?3 and t.bookingId is null and t.state <> ?4"
            + " order by t.arrivedAt, t.id",
        siteId,
        day,
        permanenceId,
        TicketState.left);
  }

  /** How many who walked in got a number on a day; one that was taken back is none. */
  public long given(long siteId, LocalDate day) {
    return count(GIVEN, siteId, day, TicketOrigin.walkIn, EventKind.issued);
  }

  /**
   * Likewise with one permanence.
   *
   * @param lineage its ids: it may have been cut in two that day
   */
  public long given(long siteId, LocalDate day, Collection<Long> lineage) {
    return count(
        GIVEN + " and t.permanence.id in ?5",
        siteId,
        day,
        TicketOrigin.walkIn,
        EventKind.issued,
        lineage);
  }

  public Optional<Ticket> byPublicId(String publicId) {
    return find("publicId", publicId).firstResultOptional();
  }

  /** Who was at a house and is not any more, the last ones. */
  public List<PastVisit> past(long siteId, LocalDate since, int limit) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.queue.order.PastVisit(p.id, coalesce(a.durationMinutes,"
                + " p.durationMinutes), t.state, t.date, t.priority, t.arrivedAt, t.dueAt,"
                + " t.atCounter.counterId, t.atCounter.calledAt, t.atCounter.startedAt,"
                + " t.atCounter.endedAt) from Ticket t join t.procedure p left join"
                + " ProcedureAdaptation a on a.procedure = p and a.siteId = t.siteId where t.siteId"
                + " = :site and t.date >= :since and t.state in :over order by t.date desc, t.id"
                + " desc",
            PastVisit.class)
        .setParameter("site", siteId)
        .setParameter("since", since)
        .setParameter(
            "over",
            List.of(TicketState.done, TicketState.missed, TicketState.noShow, TicketState.left))
        .setMaxResults(limit)
        .getResultList();
  }

  /** Ids of the permanences of a day whose visit at a counter ended since. */
  public Set<Long> hostsServedSince(long siteId, LocalDate day, Instant since) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select distinct t.permanence.id from Ticket t where t.siteId = :site and t.date ="
                    + " :day and t.state = :done and t.permanence is not null"
                    + " and t.atCounter.startedAt is not null and t.atCounter.endedAt > :since",
                Long.class)
            .setParameter("site", siteId)
            .setParameter("day", day)
            .setParameter("done", TicketState.done)
            .setParameter("since", since)
            .getResultList());
  }

  /** Of those who had an appointment that day. */
  public List<Ticket> expected(long siteId, LocalDate day) {
    return list("siteId = ?1 and date = ?2 and bookingId is not null", siteId, day);
  }

  public Optional<Ticket> ofBooking(long bookingId) {
    return find("bookingId", bookingId).firstResultOptional();
  }

  /** Those of days before this one whose visit nobody ended. */
  public List<Ticket> forgotten(long siteId, LocalDate today) {
    return list(
        "siteId = ?1 and date < ?2 and state in ?3 order by id",
        siteId,
        today,
        List.of(TicketState.waiting, TicketState.called, TicketState.serving, TicketState.parked));
  }
}

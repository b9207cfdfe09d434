package fr.porteouverte.queue.change;

import fr.porteouverte.database.Tally;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.QueueChanged;
import fr.porteouverte.queue.TicketState;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All events of all queues; of one house in the order of {@code seq}, which is commit order. */
@ApplicationScoped
public class QueueEvents implements PanacheRepository<QueueEvent> {
  @Inject Event<QueueChanged> changed;

  public void append(QueueEvent event) {
    append(event, event.ticketId());
  }

  /** More is said of the same ticket in this transaction: nobody draws conclusions yet. */
  public void appendPart(QueueEvent event) {
    append(event, null);
  }

  private void append(QueueEvent event, @Nullable Long settled) {
    // Flushed at once, so that changes reach the database in the order in which they were made.
    persistAndFlush(event);
    changed.fire(new QueueChanged(event.siteId(), event.seq(), settled));
  }

  /** Of a house, by number. */
  public List<QueueEvent> between(long siteId, long first, long last) {
    return list("siteId = ?1 and seq >= ?2 and seq <= ?3 order by seq", siteId, first, last);
  }

  /** Whether the number was taken back by who gave it. */
  public boolean withdrawn(long ticketId) {
    return count(
            "ticketId = ?1 and undone and kind in ?2",
            ticketId,
            List.of(EventKind.issued, EventKind.arrived))
        > 0;
  }

  /** The number of the last event of a house; 0 before the first. */
  public long lastSeq(long siteId) {
    return getEntityManager()
        .createQuery("select s.seq from QueueSite s where s.siteId = :site", Long.class)
        .setParameter("site", siteId)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }

  /** By which change each ticket of a day was last called, by the ticket's id. */
  public Map<Long, Long> lastCalls(long siteId, LocalDate day) {
    return Tally.byId(
        getEntityManager()
            .createQuery(
                "select t.id, max(e.seq) from QueueEvent e, Ticket t where e.ticketId = t.id and"
                    + " t.siteId = :site and t.date = :day and t.state in (:atCounter) and e.kind"
                    + " in (:calls) and not e.undone group by t.id",
                Tally.class)
            .setParameter("site", siteId)
            .setParameter("day", day)
            .setParameter("atCounter", List.of(TicketState.called, TicketState.serving))
            .setParameter("calls", List.of(EventKind.called, EventKind.calledAgain))
            .getResultList());
  }

  /** A change of this ticket; empty: none of its changes has this number. */
  public Optional<QueueEvent> ofTicket(long siteId, long ticketId, long seq) {
    return find("siteId = ?1 and ticketId = ?2 and seq = ?3", siteId, ticketId, seq)
        .firstResultOptional();
  }

  /** What happened last with this ticket, an undo too. */
  public QueueEvent last(long ticketId) {
    return find("ticketId = ?1 order by seq desc", ticketId)
        .firstResultOptional()
        .orElseThrow(() -> new IllegalStateException("ticket " + ticketId + " has no event"));
  }

  /** How this counter came to be opened or closed last, or to be what a manager entered. */
  public Optional<QueueEvent> lastOfCounter(long siteId, long counterId) {
    return find(
            "siteId = ?1 and counterId = ?2 and ticketId is null order by seq desc",
            siteId,
            counterId)
        .firstResultOptional();
  }

  /** Whether that agent opened this counter since then. */
  public boolean opened(long siteId, long counterId, String agent, Instant since) {
    return count(
            "siteId = ?1 and counterId = ?2 and kind = ?3 and actor = ?4 and at >= ?5",
            siteId,
            counterId,
            EventKind.counterOpened,
            agent,
            since)
        > 0;
  }

  /** Why numbers were given that should not have been, by the ticket's id. */
  public Map<Long, String> reasonsGiven(Collection<Long> ticketIds) {
    return ticketIds.isEmpty()
        ? Map.of()
        : list(
                "ticketId in ?1 and kind in ?2 and reason is not null and not undone order by seq",
                ticketIds,
                List.of(EventKind.issued, EventKind.transferred))
            .stream()
            .collect(Collectors.toMap(QueueEvent::ticketId, QueueEvent::reason, (a, b) -> b));
  }

  /** What stands of an act of several changes, in their order. */
  public List<QueueEvent> ofAct(long siteId, long act) {
    return list("siteId = ?1 and seq >= ?2 and act = ?2 and not undone order by seq", siteId, act);
  }

  public boolean hasAct(long siteId, long act) {
    return count("siteId = ?1 and seq = ?2 and act = ?2", siteId, act) > 0;
  }

  /** What an undo of this ticket takes back. */
  public Optional<QueueEvent> undoable(long ticketId) {
    return find(
            "ticketId = ?1 and not undone and kind <> ?2 order by seq desc",
            ticketId,
            EventKind.undone)
        .firstResultOptional();
  }

  /** The same for some tickets of a house, by the ticket's id. */
  public Map<Long, QueueEvent> undoable(long siteId, Collection<Long> ticketIds) {
    if (ticketIds.isEmpty()) {
      return Map.of();
    }
    // Two queries: asked for both at once, H2 reads all that ever happened in the house.
    List<Long> last =
        getEntityManager()
            .createQuery(
                "select max(e.seq) from QueueEvent e where e.ticketId in :tickets and not e.undone"
                    + " and e.kind <> :undone group by e.ticketId",
                Long.class)
            .setParameter("tickets", ticketIds)
            .setParameter("undone", EventKind.undone)
            .getResultList();
    return find("siteId = ?1 and seq in ?2", siteId, last).stream()
        .collect(Collectors.toMap(QueueEvent::ticketId, Function.identity()));
  }
}

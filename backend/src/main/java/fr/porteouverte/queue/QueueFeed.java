package fr.porteouverte.queue;

import fr.porteouverte.database.Tally;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.board.BoardReader;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** What the live streams may know of the queue. */
@ApplicationScoped
public class QueueFeed {
  @Inject EntityManager database;
  @Inject QueueEvents events;
  @Inject QueueReader reader;
  @Inject BoardReader boards;
  @Inject Sites sites;

  /**
   * The number of a house's last change; 0 before the first.
   *
   * @throws NotFound when there is no such house
   */
  @Transactional
  public long seq(long siteId) {
    long seq = events.lastSeq(siteId);
    if (seq == 0 && sites.findByIdOptional(siteId).isEmpty()) {
      throw new NotFound();
    }
    return seq;
  }

  /** The same of every house that has a queue. */
  @Transactional
  public Map<Long, Long> seqs() {
    return Tally.byId(
        database
            .createQuery("select s.siteId, s.seq from QueueSite s", Tally.class)
            .getResultList());
  }

  /** What happened in a house after a change, oldest first. */
  @Transactional
  public List<Happening> after(long siteId, long seq, int limit) {
    return database
        .createQuery(
            "select e, t, c.name from QueueEvent e left join Ticket t on t.id = e.ticketId"
                + " left join Counter c on c.id = e.counterId"
                + " where e.siteId = :site and e.seq > :seq order by e.seq",
            Happened.class)
        .setParameter("site", siteId)
        .setParameter("seq", seq)
        .setMaxResults(limit)
        .getResultStream()
        .map(Happened::told)
        .toList();
  }

  /** An event with its ticket and the name of its counter, if it has them. */
  record Happened(QueueEvent event, Ticket ticket, String counter) {
    Happening told() {
      boolean call = event.kind() == EventKind.called || event.kind() == EventKind.calledAgain;
      return new Happening(
          event.seq(),
          event.kind(),
          event.ticketId(),
          ticket == null ? null : ticket.number(),
          event.counterId(),
          counter,
          call && !event.undone(),
          event.at());
    }
  }

  /** The whole queue, for staff; whether the caller may see it is for the caller to check. */
  public QueueView queue(long siteId) {
    return reader.queue(siteId);
  }

  /** What the waiting room sees. */
  public BoardView board(long siteId) {
    return boards.board(siteId);
  }
}

package fr.porteouverte.queue.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who was passed by which call: the calling order counts them, an undo takes them back. */
@ApplicationScoped
public class Overtakings {
  @Inject EntityManager database;

  /**
   * @param seq of the call's event
   */
  void add(long siteId, long seq, Collection<Long> ticketIds) {
    for (Long ticket : ticketIds) {
      database
          .createNativeQuery(
              "insert into overtaking (site_id, seq, ticket_id) values (:site, :seq, :ticket)")
          .setParameter("site", siteId)
          .setParameter("seq", seq)
          .setParameter("ticket", ticket)
          .executeUpdate();
    }
  }

  public void undo(long siteId, long seq) {
    database
        .createNativeQuery("delete from overtaking where site_id = :site and seq = :seq")
        .setParameter("site", siteId)
        .setParameter("seq", seq)
        .executeUpdate();
  }

  /** How often each waiting ticket of a day was passed; none: never. */
  public Map<Long, Integer> counts(long siteId, LocalDate day) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Object row :
        database
            .createNativeQuery(
                "select o.ticket_id, count(*) from overtaking o join ticket t on t.id = o.ticket_id"
                    + " where t.site_id = :site and t.local_date = :day and t.state = 'waiting'"
                    + " group by o.ticket_id")
            .setParameter("site", siteId)
            .setParameter("day", day)
            .getResultList()) {
      Object[] pair = (Object[]) row;
      counts.put(((Number) pair[0]).longValue(), ((Number) pair[1]).intValue());
    }
    return counts;
  }
}

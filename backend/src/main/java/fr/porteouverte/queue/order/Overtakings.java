package fr.porteouverte.queue.order;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
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
      Sql.of(
              database,
              "insert into overtaking (site_id, seq, ticket_id) values (:site, :seq, :ticket)")
          .with("site", siteId)
          .with("seq", seq)
          .with("ticket", ticket)
          .run();
    }
  }

  public void undo(long siteId, long seq) {
    Sql.of(database, "delete from overtaking where site_id = :site and seq = :seq")
        .with("site", siteId)
        .with("seq", seq)
        .run();
  }

  /** How often each waiting ticket of a day was passed; none: never. */
  public Map<Long, Integer> counts(long siteId, LocalDate day) {
    return Tally.countsById(
        Sql.of(
                database,
                "select o.ticket_id as id, count(*) as number from overtaking o"
                    + " join ticket t on t.id = o.ticket_id"
                    + " where t.site_id = :site and t.local_date = :day and t.state = 'waiting'"
                    + " group by o.ticket_id")
            .with("site", siteId)
            .with("day", day)
            .list(Tally.class));
  }
}

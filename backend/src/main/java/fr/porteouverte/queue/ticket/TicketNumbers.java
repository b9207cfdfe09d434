package fr.porteouverte.queue.ticket;

import fr.porteouverte.database.Sql;
import fr.porteouverte.queue.change.LockedQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * The next number of a house, local day and series: consecutive, for it is drawn under the lock.
 */
@ApplicationScoped
class TicketNumbers {
  @Inject EntityManager database;

  int next(LockedQueue queue, Series series) {
    if (sql("update ticket_series set last = last + 1", queue, series).run() == 0) {
      Sql.of(
              database,
              "insert into ticket_series (site_id, local_date, series, last)"
                  + " values (:site, :day, :series, 1)")
          .with("site", queue.siteId())
          .with("day", queue.date())
          .with("series", series)
          .run();
      return 1;
    }
    return sql("select last from ticket_series", queue, series).one(Integer.class);
  }

  private Sql sql(String statement, LockedQueue queue, Series series) {
    return Sql.of(
            database,
            statement + " where site_id = :site and local_date = :day and series = :series")
        .with("site", queue.siteId())
        .with("day", queue.date())
        .with("series", series);
  }
}

package fr.porteouverte.queue.ticket;

import fr.porteouverte.queue.change.LockedQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** The next number of a house, local day and series: consecutive, for it is drawn under the lock. */
@ApplicationScoped
class TicketNumbers {
  @Inject EntityManager database;

  int next(LockedQueue queue, Series series) {
    if (sql("update ticket_series set last = last + 1", queue, series).executeUpdate() == 0) {
      database
          .createNativeQuery(
              "insert into ticket_series (site_id, local_date, series, last)"
                  + " values (:site, :day, :series, 1)")
          .setParameter("site", queue.siteId())
          .setParameter("day", queue.date())
          .setParameter("series", series.name())
          .executeUpdate();
      return 1;
    }
    return ((Number) sql("select last from ticket_series", queue, series).getSingleResult())
        .intValue();
  }

  private Query sql(String statement, LockedQueue queue, Series series) {
    return database
        .createNativeQuery(
            statement + " where site_id = :site and local_date = :day and series = :series")
        .setParameter("site", queue.siteId())
        .setParameter("day", queue.date())
        .setParameter("series", series.name());
  }
}

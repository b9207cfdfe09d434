package fr.porteouverte.queue;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Whose people those are who came to a permanence, when the series is cut in two. */
@ApplicationScoped
public class SeriesTickets {
  @Inject EntityManager database;

  /**
   * Numbers follow their session to the part of a series that was cut off.
   *
   * @param before the local day after the last one
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(long from, long to, LocalDate first, LocalDate before) {
    Sql.of(
            database,
            "update ticket set permanence_id = :new where permanence_id = :old"
                + " and local_date >= :first and local_date < :before")
        .with("new", to)
        .with("old", from)
        .with("first", first)
        .with("before", before)
        .run();
  }
}

package fr.porteouverte.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Which houses have a permanence for a procedure. */
@ApplicationScoped
class SitesServing {
  @Inject EntityManager database;

  private record Way(long siteId, boolean walkIn) {}

  /**
   * Houses with a permanence for the procedure that is not over, and whether people may come to one
   * without appointment.
   *
   * @param today the earliest local date of any house
   */
  Map<Long, Boolean> walkIns(long procedureId, LocalDate today) {
    Map<Long, Boolean> walkIns = new HashMap<>();
    database
        .createQuery(
            "select distinct m.site.id, case when m.terms.mode = appointment then false else true end"
                + " from Permanence m join m.procedures p"
                + " where p.id = ?1 and (m.untilDate is null or m.untilDate >= ?2)"
                // Events lie above this room; what is not published is nowhere.
                + " and (m.eventId is null or exists (select 1 from Event e where e.id = m.eventId"
                + " and e.published))",
            Way.class)
        .setParameter(1, procedureId)
        .setParameter(2, today)
        .getResultList()
        .forEach(way -> walkIns.merge(way.siteId(), way.walkIn(), Boolean::logicalOr));
    return walkIns;
  }
}

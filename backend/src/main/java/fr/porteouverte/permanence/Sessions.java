package fr.porteouverte.permanence;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** All sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepository<Session> {

  /** The same with those that only stay for the people who have a seat. */
  public List<Session> withWithdrawn(long siteId, Instant from, Instant before) {
    return list(
        "from Session s join fetch s.permanence p left join fetch p.partner"
            + " where s.siteId = ?1 and s.start >= ?2 and s.start < ?3 order by s.start, s.id",
        siteId,
        from,
        before);
  }

  /** Those of a house's calendar that begin in a time, by start. */
  public List<Session> at(long siteId, Instant from, Instant before) {
    return list(
        "from Session s join fetch s.permanence p left join fetch p.partner"
            + " where s.siteId = ?1 and s.start >= ?2 and s.start < ?3 and not s.withdrawn"
            + " order by s.start, s.id",
        siteId,
        from,
        before);
  }
}

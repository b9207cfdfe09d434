package fr.porteouverte.permanence;

import fr.porteouverte.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

  /**
   * Where a session belongs, before any lock and without an entity.
   *
   * @param partnerId null: the house's own clerks
   */
  public record Place(long id, long permanenceId, long siteId, Long partnerId, LocalDate date) {}

  public Optional<Place> place(long id) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.permanence.Sessions$Place(s.id, p.id, s.siteId, p.partner.id,"
                + " s.date) from Session s join s.permanence p where s.id = :id",
            Place.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Read anew under its lock, which follows the permanence's turn and precedes the bookings'. */
  public Session locked(long id) {
    Session session = findByIdOptional(id).orElseThrow(NotFound::new);
    getEntityManager().refresh(session, LockModeType.PESSIMISTIC_WRITE);
    return session;
  }
}

package fr.porteouverte.queue.counter;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All counters; those that were removed are not found. */
@ApplicationScoped
public class Counters implements PanacheRepository<Counter> {

  /** In the order in which a house shows them. */
  public List<Counter> at(long siteId) {
    return list("siteId = ?1 and not archived order by position, id", siteId);
  }

  /** The house of a counter, without reading the counter: the lock of its queue comes first. */
  public Optional<Long> siteOf(long id) {
    return getEntityManager()
        .createQuery(
            "select c.siteId from Counter c where c.id = :id and not c.archived", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  public Optional<Counter> standing(long id, long siteId) {
    return find("id = ?1 and siteId = ?2 and not archived", id, siteId).firstResultOptional();
  }

  public int nextPosition(long siteId) {
    Integer last =
        getEntityManager()
            .createQuery(
                "select max(c.position) from Counter c where c.siteId = :site", Integer.class)
            .setParameter("site", siteId)
            .getSingleResult();
    return last == null ? 1 : last + 1;
  }
}

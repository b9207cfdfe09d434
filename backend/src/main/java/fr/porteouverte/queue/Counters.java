package fr.porteouverte.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All counters; those that were removed are not found. */
@ApplicationScoped
class Counters implements PanacheRepository<Counter> {

  /** In the order in which a house shows them. */
  List<Counter> at(long siteId) {
    return list("siteId = ?1 and not archived order by position, id", siteId);
  }

  /** The house of a counter, without reading the counter: its turn comes first. */
  Optional<Long> siteOf(long id) {
    return getEntityManager()
        .createQuery(
            "select c.siteId from Counter c where c.id = :id and not c.archived", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  Optional<Counter> standing(long id, long siteId) {
    return find("id = ?1 and siteId = ?2 and not archived", id, siteId).firstResultOptional();
  }

  int nextPosition(long siteId) {
    Integer last =
        getEntityManager()
            .createQuery(
                "select max(c.position) from Counter c where c.siteId = :site", Integer.class)
            .setParameter("site", siteId)
            .getSingleResult();
    return last == null ? 1 : last + 1;
  }
}

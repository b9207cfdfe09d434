package fr.porteouverte.queue.change;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of all houses that ever had a queue, or set anything of it. */
@ApplicationScoped
public class QueueSites implements PanacheRepository<QueueSite> {

  /** Of any house; not persisted where there is none yet. */
  public QueueSite of(long siteId) {
    return findByIdOptional(siteId).orElseGet(QueueSite::none);
  }
}

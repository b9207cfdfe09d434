package fr.porteouverte.queue.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The settings of all houses that changed any. */
@ApplicationScoped
class NumberSettingsStore implements PanacheRepository<NumberSettings> {

  /** Of any house; not persisted where nobody changed them. */
  NumberSettings of(long siteId) {
    return findByIdOptional(siteId).orElseGet(() -> new NumberSettings(siteId));
  }
}

package fr.porteouverte.message.settings;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The settings of all houses that changed any. */
@ApplicationScoped
public class MessageSettingsStore implements PanacheRepository<MessageSettings> {

  /** Of any house; not persisted where nobody changed them. */
  public MessageSettings of(long siteId) {
    return findByIdOptional(siteId).orElseGet(() -> new MessageSettings(siteId));
  }
}

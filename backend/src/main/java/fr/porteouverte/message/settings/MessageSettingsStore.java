package fr.porteouverte.message.settings;

import fr.porteouverte.database.Edition;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The settings of all houses that changed any. */
@ApplicationScoped
public class MessageSettingsStore implements PanacheRepository<MessageSettings> {
  @Inject Edition edition;

  /** Of any house; not persisted where nobody changed them. */
  public MessageSettings of(long siteId) {
    return edition.get(
        new Of(siteId),
        () -> findByIdOptional(siteId).orElseGet(() -> new MessageSettings(siteId)));
  }

  private record Of(long siteId) {}
}

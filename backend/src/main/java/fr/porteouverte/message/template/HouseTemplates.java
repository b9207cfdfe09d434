package fr.porteouverte.message.template;

import fr.porteouverte.message.MessageKind;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The words of all houses that have their own. */
@ApplicationScoped
public class HouseTemplates implements PanacheRepository<HouseTemplate> {

  Optional<HouseTemplate> own(long siteId, MessageKind kind, String language) {
    return find("siteId = ?1 and kind = ?2 and language = ?3", siteId, kind, language)
        .firstResultOptional();
  }

  /** A house's own, else the product's. */
  public MessageTemplate of(long siteId, MessageKind kind, String language) {
    return own(siteId, kind, language)
        .map(HouseTemplate::words)
        .orElseGet(() -> ProductTemplates.of(kind, language));
  }
}

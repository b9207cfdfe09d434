package fr.porteouverte.message;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The words of all houses that have their own. */
@ApplicationScoped
class WordsStore implements PanacheRepository<OwnWords> {

  Optional<OwnWords> own(long siteId, MessageKind kind, String language) {
    return find("siteId = ?1 and kind = ?2 and language = ?3", siteId, kind, language)
        .firstResultOptional();
  }

  /** A house's own, else the product's. */
  Words of(long siteId, MessageKind kind, String language) {
    return own(siteId, kind, language)
        .map(OwnWords::words)
        .orElseGet(() -> ProductWords.of(kind, language));
  }
}

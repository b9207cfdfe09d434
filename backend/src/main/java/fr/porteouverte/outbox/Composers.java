package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds who composes a kind. */
@ApplicationScoped
class Composers {
  @Inject @Any Instance<Composer> all;

  Composer of(String kind) {
    return all.stream()
        .filter(composer -> composer.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody composes the kind " + kind));
  }
}

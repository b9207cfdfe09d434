package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Finds who composes a kind. */
@ApplicationScoped
class Composers {
  private final Instance<Composer> all;

  Composers(@Any Instance<Composer> all) {
    this.all = all;
  }

  Composer of(String kind) {
    return all.stream()
        .filter(composer -> composer.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody composes the kind " + kind));
  }
}

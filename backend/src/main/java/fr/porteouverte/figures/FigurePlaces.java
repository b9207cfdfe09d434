package fr.porteouverte.figures;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.access.ObservedPlaces;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Whose figures the caller sees, and how: whole who is of the house, without small numbers who
 * looks at its department from outside. Nobody sees a house both ways.
 */
@ApplicationScoped
class FigurePlaces {
  @Inject Access access;
  @Inject CurrentIntegrator system;
  @Inject ObservedPlaces observed;
  @Inject Sites sites;

  /**
   * A system that is bound to a whole department is none of its houses, not even of one that it is
   * bound to by name: it could subtract the one from the other.
   */
  Site whole(long siteId) {
    access.requireOwn(siteId);
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    if (system.get().filter(one -> one.departments().contains(site.department())).isPresent()) {
      throw new NotFound();
    }
    return site;
  }

  /** INSEE codes of those whose figures are told from outside. */
  Set<String> departments() {
    return system
        .get()
        .map(one -> one.departments())
        .orElseGet(() -> observed.of(access.caller().username()));
  }
}

package fr.porteouverte.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The one place that says that a house moved or was renamed, by whatever road: a manager's form, a
 * table, the national list. Whoever changes a house reads {@link Whereabouts#of} before, writes,
 * and then calls {@link #tell}, within one transaction and after {@link Sites#lock}.
 */
@ApplicationScoped
public class HouseMoves {
  @Inject Event<HouseMoved> observers;
  @Inject Clock clock;

  /**
   * Publishes {@link HouseMoved} if people would look for the house elsewhere or by another name.
   *
   * @param before what it was called and where it was
   * @param actor a username, or the name of an import
   * @return whether it did
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean tell(Site site, Whereabouts before, String actor) {
    Whereabouts now = Whereabouts.of(site);
    if (!now.differFrom(before)) {
      return false;
    }
    observers.fire(new HouseMoved(site.id(), before, now, actor, clock.instant()));
    return true;
  }
}

package fr.porteouverte.demo;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.slot.Materialiser;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Puts the story's data in at start, when {@code porte-ouverte.demo.enabled} says so. Starting
 * again adds only what is missing.
 */
@ApplicationScoped
public class Demo {
  private static final Logger LOG = Logger.getLogger(Demo.class);

  private static final int HOUSES_AT_ONCE = 50;

  @ConfigProperty(name = "porte-ouverte.demo.enabled")
  boolean enabled;

  @Inject DemoCommunes communes;
  @Inject DemoPartners partners;
  @Inject DemoHouses houses;
  @Inject DemoCounters counters;
  @Inject DemoAgents agents;
  @Inject DemoIntegrator integrator;
  @Inject DemoEvents events;
  @Inject DemoSessions sessions;
  @Inject NationalPermanences national;
  @Inject Materialiser materialiser;
  @Inject Transactions transactions;
  @Inject ManagedExecutor background;
  @Inject Event<RegisterChanged> changed;

  boolean enabled() {
    return enabled;
  }

  void atStart(@Observes StartupEvent start) {
    if (enabled) {
      ensure();
    }
  }

  /** Adds what is missing of the story. */
  void ensure() {
    long begun = System.nanoTime();
    transactions.run(
        () -> {
          communes.ensure();
          partners.ensure();
          houses.ensure();
          counters.ensure();
          agents.ensure();
          integrator.ensure();
          changed.fire(new RegisterChanged());
        });
    int permanences = materialiser.ahead();
    openDoors();
    transactions.run(sessions::ensure);
    LOG.infof(
        "Demo data ready in %d ms (%d permanences got new slots)",
        (System.nanoTime() - begun) / 1_000_000, permanences);
  }

  private void openDoors() {
    try {
      transactions.run(events::ensure);
    } catch (ProblemException refused) {
      // A house of the demo that somebody closed that week has no workshop; all else goes on.
      LOG.warnf("No open-door week: %s", refused.type());
    }
  }

  /**
   * Invents permanences for the imported houses; their slots are made in the background.
   *
   * @return how many
   */
  int nationalPermanences() {
    List<Long> houses = transactions.call(national::houses);
    int made = 0;
    // Some at a time: the whole country at once would hold its locks for too long.
    for (int start = 0; start < houses.size(); start += HOUSES_AT_ONCE) {
      List<Long> some = houses.subList(start, Math.min(start + HOUSES_AT_ONCE, houses.size()));
      made += transactions.call(() -> national.ensure(some));
    }
    if (made > 0) {
      // A process that dies meanwhile goes on at its next start or its next night.
      background.execute(materialiser::ahead);
    }
    return made;
  }
}

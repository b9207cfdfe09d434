package fr.porteouverte.queue;

import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Puts open desks into a house before a test. */
@ApplicationScoped
class CounterFixture {
  private final Counters counters;
  private final Clock clock;

  CounterFixture(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  @Transactional
  String open(Site site, String name) {
    return open(site, name, Serves.all, List.of(), null);
  }

  @Transactional
  String open(Site site, String name, long permanence) {
    return open(site, name, Serves.permanence, List.of(), permanence);
  }

  @Transactional
  String open(Site site, String name, Serves serves, List<Long> procedures, Long permanence) {
    Counter counter = new Counter(site.id(), counters.nextPosition(site.id()));
    counter.describe(name, serves, procedures, permanence);
    counter.open("claire", clock.instant());
    counters.persist(counter);
    return "" + counter.id();
  }
}

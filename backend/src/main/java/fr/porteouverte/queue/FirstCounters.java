package fr.porteouverte.queue;

import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.Serves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts counters into a house that never had any, in the caller's transaction. */
@ApplicationScoped
public class FirstCounters {
  @Inject Counters counters;

  /**
   * @param forTheHouse names of counters for everybody
   * @param permanences names of counters of permanences, by the permanence's id
   */
  public void ensure(long siteId, List<String> forTheHouse, Map<Long, String> permanences) {
    if (counters.count("siteId", siteId) > 0) {
      return;
    }
    forTheHouse.forEach(name -> add(siteId, name, Serves.all, null));
    permanences.forEach((id, name) -> add(siteId, name, Serves.permanence, id));
  }

  private void add(long siteId, String name, Serves serves, @Nullable Long permanence) {
    Counter counter = new Counter(siteId, counters.nextPosition(siteId));
    counter.describe(name, serves, List.of(), permanence);
    counters.persist(counter);
  }
}

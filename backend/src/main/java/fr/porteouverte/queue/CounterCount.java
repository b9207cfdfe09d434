package fr.porteouverte.queue;

import fr.porteouverte.queue.counter.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many counters a house has, for those who plan what happens at them. */
@ApplicationScoped
public class CounterCount {
  @Inject Counters counters;

  public int at(long siteId) {
    return counters.at(siteId).size();
  }
}

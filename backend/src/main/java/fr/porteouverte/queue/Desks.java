package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;

/** How many counters a house has, for those who plan what happens at them. */
@ApplicationScoped
public class Desks {
  private final Counters counters;

  Desks(Counters counters) {
    this.counters = counters;
  }

  public int at(long siteId) {
    return counters.at(siteId).size();
  }
}

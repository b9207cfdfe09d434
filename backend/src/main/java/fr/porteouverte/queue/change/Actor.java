package fr.porteouverte.queue.change;

import fr.porteouverte.booking.Arrivals;

/**
 * Who changes a queue.
 *
 * @param name an agent's username, {@code device:<id>}, or {@code system}
 */
public record Actor(String name, EventOrigin origin) {
  public static final Actor SYSTEM = new Actor("system", EventOrigin.system);

  public Arrivals.Who who() {
    return new Arrivals.Who(name, origin.name());
  }

  public static Actor counter(String username) {
    return new Actor(username, EventOrigin.counter);
  }
}

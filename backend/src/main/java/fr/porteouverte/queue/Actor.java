package fr.porteouverte.queue;

import fr.porteouverte.booking.Arrivals;

/**
 * Who changes a queue.
 *
 * @param name an agent's username, {@code device:<id>}, or {@code system}
 */
record Actor(String name, EventOrigin origin) {
  static final Actor SYSTEM = new Actor("system", EventOrigin.system);

  Arrivals.Who who() {
    return new Arrivals.Who(name, origin.name());
  }

  static Actor desk(String username) {
    return new Actor(username, EventOrigin.desk);
  }
}

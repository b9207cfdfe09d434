package fr.porteouverte.queue;

/**
 * Who changes a queue.
 *
 * @param name an agent's username, {@code device:<id>}, or {@code system}
 */
record Actor(String name, EventOrigin origin) {
  static final Actor SYSTEM = new Actor("system", EventOrigin.system);

  static Actor desk(String username) {
    return new Actor(username, EventOrigin.desk);
  }
}

package fr.porteouverte.live;

import fr.porteouverte.queue.Happening;
import fr.porteouverte.queue.QueueFeed;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One house's changes, told in their order to those in this process who follow it. */
final class Feed {
  private static final int AT_ONCE = 200;

  private final long siteId;
  private final QueueFeed queue;
  // Concurrent: who comes or goes must not wait for one who is being told something.
  private final Set<Consumer<Happening>> listeners = ConcurrentHashMap.newKeySet();
  private volatile long told;

  Feed(long siteId, QueueFeed queue) {
    this.siteId = siteId;
    this.queue = queue;
    this.told = queue.seq(siteId);
  }

  void add(Consumer<Happening> listener) {
    listeners.add(listener);
  }

  void remove(Consumer<Happening> listener) {
    listeners.remove(listener);
  }

  boolean abandoned() {
    return listeners.isEmpty();
  }

  /** Up to which change the listeners have been told. */
  long told() {
    return told;
  }

  /** Reads what happened since and tells it. */
  synchronized void tell() {
    List<Happening> some;
    do {
      some = queue.after(siteId, told, AT_ONCE);
      for (Happening happening : some) {
        told = happening.seq();
        listeners.forEach(listener -> listener.accept(happening));
      }
    } while (some.size() == AT_ONCE);
  }
}

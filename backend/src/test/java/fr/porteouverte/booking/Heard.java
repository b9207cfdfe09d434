package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the room told others. */
@ApplicationScoped
class Heard {
  private final List<BookingHappened> told = new CopyOnWriteArrayList<>();

  void on(@Observes BookingHappened happened) {
    told.add(happened);
  }

  BookingHappened last() {
    return told.get(told.size() - 1);
  }

  void clear() {
    told.clear();
  }
}

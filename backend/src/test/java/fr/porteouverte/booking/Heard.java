package fr.porteouverte.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the room told others. */
@ApplicationScoped
class Heard {
  private final List<BookingHappened> told = new CopyOnWriteArrayList<>();

  private final List<EarlierSlotOffered> offered = new CopyOnWriteArrayList<>();

  void on(@Observes BookingHappened happened) {
    told.add(happened);
  }

  void on(@Observes EarlierSlotOffered offer) {
    offered.add(offer);
  }

  List<EarlierSlotOffered> offered() {
    return List.copyOf(offered);
  }

  BookingHappened last() {
    return told.get(told.size() - 1);
  }

  void clear() {
    told.clear();
    offered.clear();
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.waitlist.SlotOffered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the room told others. */
@ApplicationScoped
public class Heard {
  private final List<BookingHappened> told = new CopyOnWriteArrayList<>();

  private final List<SlotOffered> offered = new CopyOnWriteArrayList<>();

  void on(@Observes BookingHappened happened) {
    told.add(happened);
  }

  void on(@Observes SlotOffered offer) {
    offered.add(offer);
  }

  public List<SlotOffered> offered() {
    return List.copyOf(offered);
  }

  BookingHappened last() {
    return told.get(told.size() - 1);
  }

  public void clear() {
    told.clear();
    offered.clear();
  }
}

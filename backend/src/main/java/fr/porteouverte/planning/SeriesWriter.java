package fr.porteouverte.planning;

import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.slot.CalendarCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stores an edit; sessions, slots and bookings of a part that is cut off go with it. */
@ApplicationScoped
class SeriesWriter {
  @Inject Permanences permanences;
  @Inject CalendarCut slots;
  @Inject SeriesBookings bookings;
  @Inject Event<PermanenceChanged> changed;

  void write(Edit edit) {
    Permanence before = edit.before();
    before.become(edit.first());
    if (edit.second() != null) {
      permanences.persistAndFlush(edit.second());
      var zone = before.site().zone();
      Instant from = edit.cut().atStartOfDay(zone).toInstant();
      Instant to = edit.cutEnd().atStartOfDay(zone).toInstant();
      slots.give(before.id(), edit.second().id(), from, to);
      bookings.give(before.id(), edit.second().id(), from, to);
    }
    permanences.flush();
    permanences(edit).forEach(id -> changed.fire(new PermanenceChanged(id)));
  }

  /** Ids of those that an edit makes or changes. */
  List<Long> permanences(Edit edit) {
    List<Long> ids = new ArrayList<>(List.of(edit.before().id()));
    if (edit.second() != null) {
      ids.add(edit.second().id());
    }
    return ids;
  }
}

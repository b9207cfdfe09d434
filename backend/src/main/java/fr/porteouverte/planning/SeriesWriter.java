package fr.porteouverte.planning;

import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.planning.Edit.Cut;
import fr.porteouverte.queue.SeriesTickets;
import fr.porteouverte.slot.CalendarCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Stores an edit; sessions, slots, bookings and numbers of a part that is cut off go with it. */
@ApplicationScoped
class SeriesWriter {
  @Inject Permanences permanences;
  @Inject CalendarCut slots;
  @Inject SeriesBookings bookings;
  @Inject SeriesTickets tickets;
  @Inject Event<PermanenceChanged> changed;

  void write(Edit edit) {
    Permanence before = Objects.requireNonNull(edit.before());
    before.become(edit.first());
    Cut cut = edit.cut();
    if (cut != null) {
      permanences.persistAndFlush(cut.second());
      var zone = before.site().zone();
      Instant from = cut.from().atStartOfDay(zone).toInstant();
      Instant to = cut.to().atStartOfDay(zone).toInstant();
      slots.give(before.id(), cut.second().id(), from, to);
      bookings.give(before.id(), cut.second().id(), from, to);
      tickets.give(before.id(), cut.second().id(), cut.from(), cut.to());
    }
    permanences.flush();
    permanences(edit).forEach(id -> changed.fire(new PermanenceChanged(id)));
  }

  /** Ids of those that an edit changes or makes. */
  List<Long> permanences(Edit edit) {
    return Stream.of(edit.before(), edit.cut() == null ? null : edit.cut().second())
        .filter(Objects::nonNull)
        .map(Permanence::id)
        .toList();
  }
}

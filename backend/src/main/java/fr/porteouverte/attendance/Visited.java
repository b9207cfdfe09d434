package fr.porteouverte.attendance;

import org.jspecify.annotations.Nullable;

/** What an attendance is of: a booking, or a walk-in's ticket. One of the ids is null. */
record Visited(@Nullable Long bookingId, @Nullable Long ticketId) {

  static Visited booking(long id) {
    return new Visited(id, null);
  }

  static Visited ticket(long id) {
    return new Visited(null, id);
  }
}

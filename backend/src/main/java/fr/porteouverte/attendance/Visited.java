package fr.porteouverte.attendance;

import org.jspecify.annotations.Nullable;

/**
 * Which visit it is: a booking's, a walk-in's by its ticket, or one that was only counted, by a
 * random name. Two of them are null.
 */
record Visited(@Nullable Long bookingId, @Nullable Long ticketId, @Nullable String counted) {

  static Visited booking(long id) {
    return new Visited(id, null, null);
  }

  static Visited ticket(long id) {
    return new Visited(null, id, null);
  }

  static Visited counted(String name) {
    return new Visited(null, null, name);
  }
}

package fr.porteouverte.booking;

/** Where a booking stands. What became of the visit is an attendance, not a state of this one. */
public enum BookingState {
  booked,
  arrived,
  cancelled
}

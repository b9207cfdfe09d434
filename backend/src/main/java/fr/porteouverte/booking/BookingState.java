package fr.porteouverte.booking;

import java.util.Map;
import java.util.Optional;

/** Where a booking stands. What became of the visit is an attendance, not a state of this one. */
public enum BookingState {
  booked,
  arrived,
  cancelled;

  /** What can happen to a booking. */
  enum Action {
    move,
    cancel,
    /** The house took it away. */
    cancelByHouse,
    /** Of one that the house cancelled: the person takes another time. */
    rebook,
    arrive,
    undoArrival
  }

  /** The whole table: what is not in it is refused. */
  private static final Map<BookingState, Map<Action, BookingState>> TABLE =
      Map.of(
          booked,
              Map.of(
                  Action.move, booked,
                  Action.cancel, cancelled,
                  Action.cancelByHouse, cancelled,
                  Action.arrive, arrived),
          arrived, Map.of(Action.undoArrival, booked),
          cancelled, Map.of(Action.rebook, booked));

  Optional<BookingState> after(Action action) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
  }
}

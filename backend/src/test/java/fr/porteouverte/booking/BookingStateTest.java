package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.booking.BookingState.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole table: six moves are possible, everything else is refused. */
class BookingStateTest {
  private static final Map<BookingState, Map<Action, BookingState>> POSSIBLE =
      Map.of(
          BookingState.booked,
          Map.of(
              Action.move, BookingState.booked,
              Action.cancel, BookingState.cancelled,
              Action.cancelByHouse, BookingState.cancelled,
              Action.arrive, BookingState.arrived),
          BookingState.arrived,
          Map.of(Action.undoArrival, BookingState.booked),
          BookingState.cancelled,
          Map.of(Action.rebook, BookingState.booked));

  @Test
  void every_state_with_every_action_is_as_agreed() {
    for (BookingState state : BookingState.values()) {
      for (Action action : Action.values()) {
        assertThat(state.after(action).orElse(null))
            .as(state + " " + action)
            .isEqualTo(POSSIBLE.get(state).get(action));
      }
    }
  }
}

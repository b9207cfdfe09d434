package fr.porteouverte.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.session.SessionState.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole table: planned, confirmed, held, or cancelled; everything else is refused. */
class SessionStateTest {
  private static final Map<SessionState, Map<Action, SessionState>> POSSIBLE =
      Map.of(
          SessionState.planned,
          Map.of(
              Action.confirm, SessionState.confirmed,
              Action.delay, SessionState.planned,
              Action.handOver, SessionState.planned,
              Action.cancel, SessionState.cancelled,
              Action.stop, SessionState.held,
              Action.markHeld, SessionState.held),
          SessionState.confirmed,
          Map.of(
              Action.unconfirm, SessionState.planned,
              Action.delay, SessionState.confirmed,
              Action.handOver, SessionState.confirmed,
              Action.cancel, SessionState.cancelled,
              Action.stop, SessionState.held,
              Action.markHeld, SessionState.held),
          SessionState.held,
          Map.of(
              Action.markHeld, SessionState.held,
              Action.cancel, SessionState.cancelled,
              Action.stop, SessionState.held,
              Action.reinstate, SessionState.held),
          SessionState.cancelled,
          Map.of(Action.reinstate, SessionState.planned));

  @Test
  void every_state_with_every_action_is_as_agreed() {
    for (SessionState state : SessionState.values()) {
      for (Action action : Action.values()) {
        assertThat(state.after(action).orElse(null))
            .as(state + " " + action)
            .isEqualTo(POSSIBLE.get(state).get(action));
      }
    }
  }
}

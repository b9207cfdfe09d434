package fr.porteouverte.session;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a session stands. "Unconfirmed" is not a state: it follows from the deadline. */
public enum SessionState {
  planned,
  confirmed,
  held,
  cancelled;

  /** What can happen to a session. */
  public enum Action {
    /** The partner says that it will be there. */
    confirm,
    /** It takes that back; the session stands. */
    unconfirm,
    /** It comes later than announced, or in time after all. */
    delay,
    /** A colleague comes instead. */
    handOver,
    /**
     * It will not take place: whoever is booked loses the appointment. Not once its partner is
     * there.
     */
    cancel,
    /** Its partner is there and has to leave before the end: it was held until then. */
    stop,
    /** It takes place, or goes on, after all. Who was told otherwise is not booked again. */
    reinstate,
    /** It took place, or the partner did not come; also a correction of this. */
    markHeld
  }

  /** The whole table: what is not in it is refused. */
  private static final Map<SessionState, Map<Action, SessionState>> TABLE =
      Map.of(
          planned,
              Map.of(
                  Action.confirm, confirmed,
                  Action.delay, planned,
                  Action.handOver, planned,
                  Action.cancel, cancelled,
                  Action.stop, held,
                  Action.markHeld, held),
          confirmed,
              Map.of(
                  Action.unconfirm, planned,
                  Action.delay, confirmed,
                  Action.handOver, confirmed,
                  Action.cancel, cancelled,
                  Action.stop, held,
                  Action.markHeld, held),
          held,
              Map.of(
                  Action.markHeld, held,
                  Action.cancel, cancelled,
                  Action.stop, held,
                  Action.reinstate, held),
          cancelled, Map.of(Action.reinstate, planned));

  public Optional<SessionState> after(Action action) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
  }

  /** What the table allows here, whatever the time. */
  public Set<Action> actions() {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    actions.addAll(TABLE.getOrDefault(this, Map.of()).keySet());
    return actions;
  }
}

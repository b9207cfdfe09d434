package fr.porteouverte.queue;

import fr.porteouverte.queue.ticket.TicketAction;

/** What happened in a house's queue. */
public enum EventKind {
  /** A walk-in got a number. */
  issued,
  /** Somebody expected is there and got a number. */
  arrived,
  called,
  calledAgain,
  started,
  parked,
  resumed,
  finished,
  missed,
  left,
  transferred,
  undone,
  counterAdded,
  counterChanged,
  counterRemoved,
  counterOpened,
  counterClosed,
  /** A session of today is not, or again, as announced; the house closes today, or does not. */
  sessionChanged;

  /** The ticket came to be by this: taking it back takes the ticket back. */
  public boolean begins() {
    return this == issued || this == arrived;
  }

  public static EventKind of(TicketAction action, TicketState from) {
    return switch (action) {
      case call -> from == TicketState.called ? calledAgain : called;
      case start -> started;
      case park -> parked;
      case resume -> resumed;
      case finish -> finished;
      case miss -> missed;
      case leave -> left;
      case transfer -> transferred;
      case undo -> undone;
    };
  }
}

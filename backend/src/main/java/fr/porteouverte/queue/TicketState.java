package fr.porteouverte.queue;

import static fr.porteouverte.queue.ticket.TicketAction.call;
import static fr.porteouverte.queue.ticket.TicketAction.finish;
import static fr.porteouverte.queue.ticket.TicketAction.leave;
import static fr.porteouverte.queue.ticket.TicketAction.miss;
import static fr.porteouverte.queue.ticket.TicketAction.park;
import static fr.porteouverte.queue.ticket.TicketAction.resume;
import static fr.porteouverte.queue.ticket.TicketAction.start;
import static fr.porteouverte.queue.ticket.TicketAction.transfer;

import fr.porteouverte.queue.ticket.TicketAction;
import fr.porteouverte.text.Text;
import java.util.Map;
import java.util.Optional;

/** Where a person stands who is in the house. */
public enum TicketState {
  waiting("en attente", "waiting"),
  called("appelé", "called"),
  serving("en cours", "being served"),
  parked("mis de côté", "put aside"),
  done("terminé", "done"),
  missed("absent à l’appel", "absent when called"),
  /** Absent at the last call that the house makes: out of the line for good. */
  noShow("absent à tous les appels", "absent at every call"),
  left("parti", "gone");

  /** The whole table: what is not in it is refused. Undo is not: it goes back wherever one was. */
  private static final Map<TicketState, Map<TicketAction, TicketState>> TABLE =
      Map.of(
          waiting, Map.of(call, called, leave, left, transfer, waiting),
          called,
              Map.of(
                  call, called, start, serving, park, parked, miss, missed, leave, left, transfer,
                  waiting),
          serving, Map.of(finish, done, park, parked, leave, left, transfer, waiting),
          parked, Map.of(resume, waiting, call, called, leave, left, transfer, waiting),
          missed, Map.of(resume, waiting, leave, left),
          noShow, Map.of(),
          done, Map.of(),
          left, Map.of());

  private final Text words;

  TicketState(String fr, String en) {
    this.words = new Text(fr, en);
  }

  public Optional<TicketState> after(TicketAction action) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
  }

  /** A counter has this person now. */
  public boolean atCounter() {
    return this == called || this == serving;
  }

  public Text words() {
    return words;
  }
}

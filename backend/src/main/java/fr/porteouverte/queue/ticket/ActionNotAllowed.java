package fr.porteouverte.queue.ticket;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;

/** The ticket is not where this action would make sense; says what does. */
final class ActionNotAllowed extends ProblemException {
  private final transient List<String> allowed;

  ActionNotAllowed(Ticket ticket, List<TicketAction> allowed) {
    super(ProblemType.ACTION_NOT_ALLOWED, words(ticket));
    this.allowed = allowed.stream().map(TicketAction::name).toList();
  }

  private static Text words(Ticket ticket) {
    Text state = ticket.state().words();
    return new Text(
        "Le numéro " + ticket.number() + " est « " + state.fr() + " ».",
        "The ticket " + ticket.number() + " is \"" + state.en() + "\".");
  }

  @Override
  public List<String> allowed() {
    return allowed;
  }
}

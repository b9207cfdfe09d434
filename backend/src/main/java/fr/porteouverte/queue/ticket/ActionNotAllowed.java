package fr.porteouverte.queue.ticket;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;

/** The ticket is not where this action would make sense; says what does. */
final class ActionNotAllowed extends ProblemException {
  private final transient List<String> allowed;

  /**
   * @param happened how it came to be where it is
   */
  ActionNotAllowed(Ticket ticket, Text happened, List<TicketAction> allowed) {
    super(ProblemType.ACTION_NOT_ALLOWED, words(ticket, happened));
    this.allowed = allowed.stream().map(TicketAction::name).toList();
  }

  private static Text words(Ticket ticket, Text happened) {
    Text state = ticket.state().words();
    return new Text(
            "Le numéro " + ticket.number() + " est « " + state.fr() + " ».",
            "The ticket " + ticket.number() + " is \"" + state.en() + "\".")
        .with(happened);
  }

  @Override
  public List<String> allowed() {
    return allowed;
  }
}

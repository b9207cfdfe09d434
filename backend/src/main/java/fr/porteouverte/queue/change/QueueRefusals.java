package fr.porteouverte.queue.change;

import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.text.Text;

/** The refusals of this room that carry nothing but words. */
public final class QueueRefusals {
  private QueueRefusals() {}

  public static ProblemException counterBusy(Ticket there) {
    return new ProblemException(
        ProblemType.COUNTER_BUSY,
        "Le numéro " + there.number() + " y est « " + there.state().words().fr() + " ».",
        "The ticket " + there.number() + " is \"" + there.state().words().en() + "\" there.");
  }

  public static ProblemException counterClosed(String name) {
    return new ProblemException(
        ProblemType.COUNTER_CLOSED,
        "Ouvrez d’abord « " + name + " ».",
        "Open \"" + name + "\" first.");
  }

  /**
   * @param holder who has the counter, and since when
   */
  public static ProblemException counterTaken(Text holder) {
    return new ProblemException(ProblemType.COUNTER_TAKEN, holder);
  }

  /**
   * @param happened who did what meanwhile
   */
  public static ProblemException stale(Text happened) {
    return new ProblemException(ProblemType.STALE, happened);
  }

  public static ProblemException stale(Ticket ticket, Text happened) {
    return stale(
        new Text(
            "Numéro " + ticket.number() + " : " + happened.fr(),
            "Number " + ticket.number() + ": " + happened.en()));
  }

  public static InvalidRequest reasonNeeded() {
    return InvalidRequest.of(
        "reason",
        "Ce n’est pas son tour : dites pourquoi, en 3 à 200 caractères.",
        "It is not their turn: say why, in 3 to 200 characters.");
  }
}

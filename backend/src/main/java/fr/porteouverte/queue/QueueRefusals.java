package fr.porteouverte.queue;

import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;

/** The refusals of this room that carry nothing but words. */
final class QueueRefusals {
  private QueueRefusals() {}

  static ProblemException deskBusy(Ticket there) {
    return new ProblemException(
        ProblemType.DESK_BUSY,
        "Le numéro " + there.number() + " y est « " + there.state().words().fr() + " ».",
        "The ticket " + there.number() + " is \"" + there.state().words().en() + "\" there.");
  }

  static ProblemException deskClosed(String name) {
    return new ProblemException(
        ProblemType.DESK_CLOSED,
        "Ouvrez d’abord « " + name + " ».",
        "Open \"" + name + "\" first.");
  }

  static InvalidRequest reasonNeeded() {
    return InvalidRequest.of(
        "reason",
        "Ce n’est pas son tour : dites pourquoi, en 3 à 200 caractères.",
        "It is not their turn: say why, in 3 to 200 characters.");
  }
}

package fr.porteouverte.attendance;

import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.text.Text;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue has the person of a visit, and so what may be noted of it: the one place that
 * decides, for marks and for what becomes of them when the queue changes. See decision 024.
 */
enum Whereabouts {
  /**
   * No number: not registered, or this house registers nobody. Only who noted it saw the person.
   */
  notArrived(
      Set.of(Outcome.attended, Outcome.absent, Outcome.excused),
      new Text("La personne n’a pas été enregistrée.", "The person was not registered.")),
  waiting(Set.of(), new Text("La personne attend encore.", "The person still waits.")),
  called(
      Set.of(),
      new Text(
          "La personne est appelée, et pas encore reçue.",
          "The person is called, and not received yet.")),
  parked(
      Set.of(),
      new Text(
          "La personne est mise de côté, et va revenir.",
          "The person was put aside, and will come back.")),
  serving(
      Set.of(Outcome.attended),
      new Text("La personne est au guichet.", "The person is at the counter.")),
  done(Set.of(Outcome.attended), new Text("La personne a été reçue.", "The person was received.")),
  missed(
      Set.of(Outcome.absent, Outcome.excused),
      new Text("La personne n’est pas venue à l’appel.", "The person did not come when called.")),
  left(
      Set.of(Outcome.absent, Outcome.excused),
      new Text(
          "La personne est partie sans être reçue.", "The person left without being received.")),
  /** On to somebody else: received before that, or not. */
  passedOn(
      Set.of(Outcome.attended, Outcome.excused),
      new Text(
          "La personne a été orientée vers un autre accueil.",
          "The person was passed on to somebody else.")),
  /** The number was given by mistake. */
  takenBack(Set.of(), new Text("Ce numéro a été repris.", "This number was taken back."));

  private final Set<Outcome> outcomes;
  private final Text words;

  Whereabouts(Set<Outcome> outcomes, Text words) {
    this.outcomes = outcomes;
    this.words = words;
  }

  /**
   * @param ticket null: none
   * @param partnerId with whom the appointment is; null: with the house's own clerks
   */
  static Whereabouts ofBooking(@Nullable Seen ticket, @Nullable Long partnerId) {
    if (ticket == null) {
      return notArrived;
    }
    return Objects.equals(ticket.partnerId(), partnerId) ? in(ticket.state()) : passedOn;
  }

  static Whereabouts ofWalkIn(Seen ticket, boolean takenBack) {
    return takenBack ? Whereabouts.takenBack : in(ticket.state());
  }

  private static Whereabouts in(TicketState state) {
    return switch (state) {
      case waiting -> waiting;
      case called -> called;
      case serving -> serving;
      case parked -> parked;
      case done -> done;
      case missed, noShow -> missed;
      case left -> left;
    };
  }

  /** What may be noted. */
  Set<Outcome> outcomes() {
    return outcomes;
  }

  boolean allows(Outcome outcome) {
    return outcomes.contains(outcome);
  }

  /** The queue knows that the person was received, or is. */
  boolean received() {
    return this == serving || this == done;
  }

  /** Who saw the person all the same may say so, and the number is done with it. */
  boolean mayHaveBeenReceived() {
    return switch (this) {
      case waiting, called, parked, missed, left -> true;
      default -> false;
    };
  }

  Text words() {
    return words;
  }
}

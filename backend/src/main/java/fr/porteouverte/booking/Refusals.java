package fr.porteouverte.booking;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The refusals of this room that carry nothing but words. */
public final class Refusals {
  private Refusals() {}

  public static ProblemException holdAlreadyExtended() {
    return new ProblemException(
        ProblemType.HOLD_ALREADY_EXTENDED,
        "Un créneau peut être retenu une seconde fois, pas plus.",
        "A slot can be held one more time, not longer.");
  }

  public static ProblemException holdUsed() {
    return new ProblemException(
        ProblemType.HOLD_USED,
        "Un rendez-vous a déjà été pris avec ce créneau retenu. Pour un autre rendez-vous,"
            + " choisissez un autre créneau.",
        "A booking was already made with this hold. For another booking, choose another slot.");
  }

  public static ProblemException tooManyHolds(int limit) {
    return new ProblemException(
        ProblemType.TOO_MANY_HOLDS,
        "Vous retenez déjà " + limit + " créneaux. Libérez-en un, ou attendez quelques minutes.",
        "You already hold " + limit + " slots. Release one, or wait a few minutes.") {
      @Override
      public java.time.Duration retryAfter() {
        return java.time.Duration.ofMinutes(1);
      }
    };
  }

  public static ProblemException tooManyBookings(int limit) {
    return new ProblemException(
        ProblemType.TOO_MANY_BOOKINGS,
        "Vous avez déjà "
            + limit
            + " rendez-vous à venir avec ce partenaire. Annulez-en un, ou"
            + " appelez la maison.",
        "You already have "
            + limit
            + " bookings to come with this partner. Cancel one, or call the"
            + " house.") {
      @Override
      public java.time.Duration retryAfter() {
        return java.time.Duration.ofHours(1);
      }
    };
  }

  /**
   * Beyond what an address gets even with computations.
   *
   * @param phone of the house; null: it has none
   */
  public static ProblemException callTheHouse(@Nullable String phone) {
    return new ProblemException(
        ProblemType.CALL_THE_HOUSE,
        "Beaucoup de rendez-vous ont été demandés depuis votre réseau. La maison peut vous en"
            + " donner un"
            + (phone == null ? "." : " : " + phone + "."),
        "Many appointments were asked for from your network. The house can give you one"
            + (phone == null ? "." : ": " + phone + ".")) {
      @Override
      public java.time.Duration retryAfter() {
        return java.time.Duration.ofMinutes(10);
      }
    };
  }

  public static ProblemException tooLateToChange() {
    return new ProblemException(
        ProblemType.TOO_LATE_TO_CHANGE,
        "Le délai est passé. Appelez la maison : elle peut encore vous aider.",
        "The deadline has passed. Call the house: it can still help you.");
  }

  public static ProblemException alreadyOver() {
    return new ProblemException(
        ProblemType.TOO_LATE_TO_CHANGE,
        "L’heure de fin du rendez-vous est passée.",
        "The booking's time is over.");
  }

  public static ProblemException noWaitlist() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "Nous ne pouvons pas vous proposer de créneau plus tôt pour ce rendez-vous. Il faut une"
            + " adresse e-mail ou un téléphone mobile, et que la maison le propose.",
        "We cannot offer you an earlier slot for this booking. It takes an e-mail address or a"
            + " mobile number, and a house that offers it.");
  }

  /** The same for a wrong code and for a reference that nobody has. */
  public static ProblemException notThisSlip() {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "La référence et le code ne vont pas ensemble. Vérifiez-les sur votre papier.",
        "The reference and the code do not belong together. Check them on your paper.");
  }

  public static ProblemException erased() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "Ce rendez-vous ne dit plus à qui il était : il n’y a plus rien à corriger.",
        "This booking no longer says whose it was: there is nothing left to correct.");
  }

  public static ProblemException alreadyArrived() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "L’arrivée est déjà enregistrée à la maison.",
        "The arrival is registered at the house already.");
  }

  static ProblemException notToday() {
    return new ProblemException(
        ProblemType.NOT_TODAY,
        "Vérifiez la date sur le papier du rendez-vous.",
        "Check the date on the slip of the booking.");
  }

  /** Said to who has the person before them. */
  static ProblemException cancelledAndUntold() {
    return new ProblemException(
        ProblemType.ALREADY_CANCELLED,
        "La maison a annulé ce rendez-vous et n’a pas pu prévenir la personne. Proposez-lui une"
            + " autre date.",
        "The house cancelled this booking and could not tell the person. Offer them another"
            + " date.");
  }

  static ProblemException movedAndUntold() {
    return new ProblemException(
        ProblemType.NOT_TODAY,
        "La maison a déplacé ce rendez-vous et n’a pas pu prévenir la personne. Ouvrez-le pour voir"
            + " la nouvelle date.",
        "The house moved this booking and could not tell the person. Open it to see the new"
            + " date.");
  }

  public static ProblemException notSeenLately() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "Un rendez-vous de suite se prend du jour de la visite jusqu’à une semaine après.",
        "A next appointment is booked from the day of the visit until a week after it.");
  }

  public static ProblemException alreadyCancelled() {
    return new ProblemException(
        ProblemType.ALREADY_CANCELLED,
        "Rien à faire de plus : la place est libre pour quelqu’un d’autre.",
        "Nothing more to do: the place is free for somebody else.");
  }
}

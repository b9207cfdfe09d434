package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.http.TryAgain;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.SessionDesk;
import fr.porteouverte.permanence.Sessions;
import fr.porteouverte.permanence.Sessions.Place;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Cancels a session with all that hangs on it, in one transaction: the permanence's turn, the
 * session, its slots, the house's queue when it is today's, its bookings, what there is to tell.
 * Whoever books meanwhile waits for the slots' locks: they are refused, or fall with the others.
 */
@ApplicationScoped
class SessionFalls {
  @Inject Sessions sessions;
  @Inject SessionDesk desk;
  @Inject Permanences permanences;
  @Inject Bookings bookings;
  @Inject FallenBookings fallen;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** Whom a cancellation would concern. */
  Fall foretell(long sessionId) {
    return transactions.call(
        () -> fallen.foretell(bookings.standingIn(own(sessionId).id(), clock.instant())));
  }

  Fall cancel(long sessionId, String reason) {
    return transactions.call(
        () -> {
          inTurn(sessionId);
          Instant now = clock.instant();
          String agent = access.caller().username();
          desk.cancel(sessionId, reason, agent, now);
          return fallen.fall(
              bookings.standingIn(sessionId, now), reason, sessionId, Change.atDesk(agent, false));
        });
  }

  /** Its slots come back; who was told otherwise is not booked again. */
  void reinstate(long sessionId) {
    transactions.run(
        () -> {
          inTurn(sessionId);
          desk.reinstate(sessionId, access.caller().username(), clock.instant());
        });
  }

  private void inTurn(long sessionId) {
    Place place = own(sessionId);
    permanences.takeTurn(place.permanenceId());
    if (own(sessionId).permanenceId() != place.permanenceId()) {
      throw new TryAgain("the series was cut meanwhile");
    }
  }

  private Place own(long sessionId) {
    Place place = sessions.place(sessionId).orElseThrow(NotFound::new);
    access.requireOwn(place.siteId(), place.partnerId());
    return place;
  }
}

package fr.porteouverte.permanence;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.http.TryAgain;
import fr.porteouverte.permanence.SessionEvents.Origin;
import fr.porteouverte.permanence.SessionHappened.Kind;
import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a partner's agent, or staff of the house, says of a session; each a transaction of its own
 * under the permanence's turn and the session's lock. What its state does not allow changes
 * nothing.
 */
@ApplicationScoped
class SessionCommands {
  @Inject Sessions sessions;
  @Inject Permanences permanences;
  @Inject AgentSessions reader;
  @Inject SessionEvents events;
  @Inject Colleagues colleagues;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  AgentSessionView confirm(long id, String ifMatch) {
    return change(
        id,
        ifMatch,
        (session, place, now) -> {
          session.confirm(now);
          if (isPartner(place)) {
            session.takenBy(access.caller().username());
          }
          return new Said(Kind.confirmed, null);
        });
  }

  AgentSessionView unconfirm(long id, String ifMatch) {
    return change(
        id,
        ifMatch,
        (session, place, now) -> {
          session.unconfirm(access.caller().username(), now);
          return new Said(Kind.unconfirmed, null);
        });
  }

  AgentSessionView delay(long id, String ifMatch, int minutes) {
    return change(
        id,
        ifMatch,
        (session, place, now) -> {
          session.delay(minutes, now);
          return new Said(Kind.late, Integer.toString(minutes));
        });
  }

  AgentSessionView handOver(long id, String ifMatch, String username) {
    return change(
        id,
        ifMatch,
        (session, place, now) -> {
          session.handTo(colleague(place, username).username(), access.caller().username(), now);
          return new Said(Kind.handedOver, username);
        });
  }

  /** Of a partner that did not come nobody books a place; whoever has one waits for a decision. */
  AgentSessionView hold(long id, String ifMatch, PartnerAttendance was) {
    return change(
        id,
        ifMatch,
        (session, place, now) -> {
          boolean before = session.absent();
          session.hold(was, now);
          if (session.absent() != before) {
            events.bookable(session, before, now);
          }
          return new Said(was == PartnerAttendance.present ? Kind.held : Kind.absent, null);
        });
  }

  /** Who may come instead. */
  List<Person> colleagues(long id) {
    return transactions.call(
        () -> {
          Sessions.Place place = reader.requireOwn(id);
          return place.partnerId() == null ? List.of() : colleagues.ofPartner(place.partnerId());
        });
  }

  /** What was said of a session, for its history. */
  private record Said(Kind kind, String detail) {}

  private interface Change {
    Said apply(Session session, Sessions.Place place, Instant now);
  }

  private AgentSessionView change(long id, String ifMatch, Change change) {
    return transactions.call(
        () -> {
          Sessions.Place place = reader.requireOwn(id);
          permanences.takeTurn(place.permanenceId());
          Session session = sessions.locked(id);
          if (session.permanence().id() != place.permanenceId()) {
            throw new TryAgain("the series was cut meanwhile");
          }
          if (ifMatch != null) {
            Etag.check(ifMatch, session.version());
          }
          Instant now = clock.instant();
          Said said = change.apply(session, place, now);
          String actor = access.caller().username();
          events.append(session, said.kind(), actor, Origin.login, said.detail(), now);
          return reader.view(session);
        });
  }

  private boolean isPartner(Sessions.Place place) {
    return place.partnerId() != null && Objects.equals(place.partnerId(), reader.partner());
  }

  private Person colleague(Sessions.Place place, String username) {
    return colleagues
        .named(username)
        .filter(person -> Objects.equals(person.partner(), place.partnerId()))
        .filter(person -> person.partner() != null)
        .orElseThrow(
            () ->
                InvalidRequest.of(
                    "agent",
                    "Cette personne n’est pas un agent du partenaire.",
                    "This person is not an agent of the partner."));
  }
}

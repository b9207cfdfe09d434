package fr.porteouverte.session;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.session.SessionEvents.Origin;
import fr.porteouverte.session.SessionHappened.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's agent, or staff of the house, says of a session; each a transaction of its own
 * under its lock ({@link SessionLocks}). What its state does not allow changes nothing.
 */
@ApplicationScoped
class SessionCommands {
  @Inject SessionLocks locks;
  @Inject AgentSessions reader;
  @Inject SessionEvents events;
  @Inject Colleagues colleagues;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  AgentSessionView confirm(long id, @Nullable String ifMatch) {
    return change(
        id,
        ifMatch,
        (session, ref, now) -> {
          session.confirm(now);
          if (isPartner(ref)) {
            session.takenBy(access.caller().username());
          }
          return new Said(Kind.confirmed, null);
        });
  }

  AgentSessionView unconfirm(long id, @Nullable String ifMatch) {
    return change(
        id,
        ifMatch,
        (session, ref, now) -> {
          session.unconfirm(access.caller().username(), now);
          return new Said(Kind.unconfirmed, null);
        });
  }

  AgentSessionView delay(long id, @Nullable String ifMatch, int minutes) {
    return change(
        id,
        ifMatch,
        (session, ref, now) -> {
          session.delay(minutes, now);
          return new Said(Kind.late, Integer.toString(minutes));
        });
  }

  AgentSessionView handOver(long id, @Nullable String ifMatch, String username) {
    return change(
        id,
        ifMatch,
        (session, ref, now) -> {
          session.handTo(colleague(ref, username).username(), access.caller().username(), now);
          return new Said(Kind.handedOver, username);
        });
  }

  /** Of a partner that did not come nobody books a ref; whoever has one waits for a decision. */
  AgentSessionView markHeld(long id, @Nullable String ifMatch, PartnerAttendance was) {
    return change(
        id,
        ifMatch,
        (session, ref, now) -> {
          boolean before = session.absent();
          session.markHeld(was, now);
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
          Sessions.Ref ref = reader.requireOwn(id);
          return ref.partnerId() == null
              ? List.of()
              : colleagues.ofPartner(ref.partnerId(), ref.siteId());
        });
  }

  /** What was said of a session, for its history. */
  private record Said(Kind kind, @Nullable String detail) {}

  private interface Change {
    Said apply(Session session, Sessions.Ref ref, Instant now);
  }

  private AgentSessionView change(long id, @Nullable String ifMatch, Change change) {
    return transactions.call(
        () -> {
          Sessions.Ref ref = reader.requireOwn(id);
          Session session = locks.lock(id);
          if (ifMatch != null) {
            Etag.check(ifMatch, session.version());
          }
          Instant now = clock.instant();
          Said said = change.apply(session, ref, now);
          String actor = access.caller().username();
          events.append(session, said.kind(), actor, Origin.login, said.detail(), now);
          return reader.view(session);
        });
  }

  private boolean isPartner(Sessions.Ref ref) {
    PartnerReach reach = access.caller().reach();
    return reach != null && reach.covers(ref.siteId(), ref.partnerId());
  }

  private Person colleague(Sessions.Ref ref, String username) {
    return Optional.ofNullable(ref.partnerId())
        .flatMap(partner -> colleagues.ofPartner(partner, ref.siteId(), username))
        .orElseThrow(
            () ->
                InvalidRequest.of(
                    "agent",
                    "Cette personne n’est pas un agent du partenaire pour cette maison.",
                    "This person is not an agent of the partner for this house."));
  }
}

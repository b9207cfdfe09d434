package fr.porteouverte.session;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.session.SessionEvents.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens links. Looking changes nothing, for mail scanners look, too; only the page's button
 * confirms, once.
 */
@ApplicationScoped
class SessionLinkService {
  @Inject SessionLinks links;
  @Inject Sessions sessions;
  @Inject SessionLocks locks;
  @Inject SessionEvents events;
  @Inject SessionLoads loads;
  @Inject SessionCauses causes;
  @Inject Colleagues colleagues;
  @Inject Transactions transactions;
  @Inject Clock clock;

  SessionLinkView look(String id, @Nullable String secret) {
    return transactions.call(
        () -> {
          SessionLink link = links.opened(id, secret).orElseThrow(NotFound::new);
          Session session = sessions.findById(link.sessionId());
          return view(link, session, owner(link, session));
        });
  }

  SessionLinkView confirm(String id, @Nullable String secret) {
    return transactions.call(
        () -> {
          SessionLink link = links.opened(id, secret).orElseThrow(NotFound::new);
          Session session = locks.lock(link.sessionId());
          links.locked(link);
          Person owner = owner(link, session);
          Instant now = clock.instant();
          requireOpen(link.state(session, now));
          link.use(now);
          if (session.state() == SessionState.planned) {
            session.confirm(now);
            session.takenBy(link.agent());
            events.append(
                session, SessionHappened.Kind.confirmed, link.agent(), Origin.link, null, now);
          }
          return view(link, session, owner);
        });
  }

  /** Who is no longer an agent of the partner for this house has a link to nothing. */
  private Person owner(SessionLink link, Session session) {
    Partner partner = session.permanence().partner();
    return Optional.ofNullable(partner)
        .flatMap(host -> colleagues.ofPartner(host.id(), session.siteId(), link.agent()))
        .orElseThrow(NotFound::new);
  }

  private static void requireOpen(SessionLink.State state) {
    switch (state) {
      case open -> {}
      case used ->
          throw refusal(
              ProblemType.LINK_USED,
              "Un lien ne sert qu’une fois. Connectez-vous pour changer votre réponse.",
              "A link works once. Log in to change your answer.");
      case expired ->
          throw refusal(
              ProblemType.LINK_EXPIRED,
              "La séance a commencé : ce lien ne confirme plus rien. Appelez la maison.",
              "The session has begun: this link confirms nothing any more. Call the house.");
      case over ->
          throw refusal(
              ProblemType.LINK_OVER,
              "Il n’y a plus rien à confirmer.",
              "There is nothing left to confirm.");
      case cancelled ->
          throw refusal(
              ProblemType.LINK_CANCELLED,
              "Elle n’aura pas lieu : personne ne vous attend.",
              "It will not take place: nobody expects you.");
      case handedOver ->
          throw refusal(
              ProblemType.LINK_HANDED_OVER,
              "Un collègue est prévu à votre place : rien n’a été changé.",
              "A colleague is to come instead of you: nothing was changed.");
    }
  }

  private static ProblemException refusal(ProblemType type, String fr, String en) {
    return new ProblemException(type, fr, en);
  }

  private SessionLinkView view(SessionLink link, Session session, Person owner) {
    Permanence permanence = session.permanence();
    Partner partner = Objects.requireNonNull(permanence.partner());
    ZoneId zone = permanence.site().zone();
    return new SessionLinkView(
        link.state(session, clock.instant()),
        causes.of(session).orElse(null),
        session.state() == SessionState.confirmed || session.state() == SessionState.held,
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        zone.getId(),
        permanence.site().name(),
        permanence.site().address(),
        permanence.site().phone(),
        partner.name(),
        loads.of(List.of(session.id())).getOrDefault(session.id(), SessionLoads.Load.NONE).booked(),
        owner.firstName());
  }
}

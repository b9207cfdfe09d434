package fr.porteouverte.message.rollcall;

import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionHappened;
import fr.porteouverte.session.SessionLinks;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Tells a partner's agents what others decided about a session that they were to hold, so that
 * nobody sets out in vain. Never who decided it: they know it already.
 */
@ApplicationScoped
class SessionNews {
  @Inject Sessions sessions;
  @Inject SessionAgents agents;
  @Inject SessionLinks links;
  @Inject MessageSettingsStore settings;
  @Inject Outbox outbox;

  /** Inside the transaction that decides. */
  void happened(@Observes SessionHappened what) {
    switch (what.kind()) {
      case handedOver -> tell(RollCallKind.handedOver, what);
      case cancelled, withdrawn -> tell(RollCallKind.calledOff, what);
      case moved -> tell(RollCallKind.hoursChanged, what);
      default -> {}
    }
  }

  private void tell(RollCallKind kind, SessionHappened what) {
    Session session = sessions.findById(what.sessionId());
    if (!session.start().isAfter(what.at())) {
      return; // who holds it is there
    }
    for (Person person : whom(kind, session, what.actor())) {
      String link =
          kind == RollCallKind.calledOff
              ? null
              : links.ensure(session, person.username(), what.at()).toString();
      outbox.write(
          RollCallDraft.of(
              kind,
              RollCallCauses.news(kind, session),
              person.username(),
              session,
              link,
              awake(session, what.at()),
              session.start()));
    }
  }

  /** Of what a colleague decides only who was named for the session hears. */
  private List<Person> whom(RollCallKind kind, Session session, String actor) {
    boolean named = kind == RollCallKind.handedOver || agents.isOf(actor, session);
    return agents.of(session).stream()
        .filter(person -> !person.username().equals(actor))
        .filter(person -> !named || person.username().equals(session.agent()))
        .toList();
  }

  /** Not in the house's quiet hours, unless it would be too late then. */
  private Instant awake(Session session, Instant now) {
    ZoneId zone = session.permanence().site().zone();
    Instant awake = settings.of(session.siteId()).quietHours().next(now, zone);
    return awake.isBefore(session.start()) ? awake : now;
  }
}

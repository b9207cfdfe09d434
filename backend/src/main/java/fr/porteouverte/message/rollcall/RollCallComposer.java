package fr.porteouverte.message.rollcall;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.outbox.Composer;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionCauses;
import fr.porteouverte.session.SessionLinks;
import fr.porteouverte.session.SessionLoads;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Composes what partners' agents are told about their sessions. */
@ApplicationScoped
class RollCallComposer implements Composer {
  @Inject Sessions sessions;
  @Inject SessionLinks links;
  @Inject SessionLoads loads;
  @Inject SessionCauses causes;
  @Inject Colleagues colleagues;
  @Inject AppAddress app;

  @Override
  public Set<String> kinds() {
    return RollCallKind.names();
  }

  @Override
  public Optional<Content> compose(OutboxMessage message) {
    RollCallKind kind = RollCallKind.valueOf(message.kind());
    Session session = sessions.findById(RollCallCauses.session(message.cause()));
    String agent = RollCallCauses.agent(message.recipient());
    if (session == null || !stillTrue(kind, session, agent)) {
      return Optional.empty();
    }
    Partner partner = session.permanence().partner();
    return Optional.ofNullable(partner)
        .flatMap(host -> colleagues.ofPartner(host.id(), session.siteId(), agent))
        .filter(person -> person.email() != null)
        .map(person -> mail(kind, message, session, person));
  }

  private static boolean stillTrue(RollCallKind kind, Session session, String agent) {
    SessionState state = session.state();
    boolean theirs = session.agent() == null || agent.equals(session.agent());
    boolean asked = state == SessionState.planned && !session.withdrawn();
    boolean stands = (asked || state == SessionState.confirmed) && !session.withdrawn();
    return switch (kind) {
      case rollCall, rollCallReminder -> theirs && asked;
      case handedOver -> agent.equals(session.agent()) && stands;
      case hoursChanged -> theirs && stands;
      case calledOff -> state == SessionState.cancelled || session.withdrawn();
    };
  }

  private Content mail(RollCallKind kind, OutboxMessage message, Session session, Person person) {
    boolean confirms = session.state() == SessionState.planned && kind != RollCallKind.calledOff;
    String secret = confirms ? secret(message).orElseThrow() : null;
    String link =
        confirms
            ? app.of("/seance/" + message.detail() + "#" + secret)
            : app.of("/partenaire/seances/" + session.id());
    int booked =
        loads.of(List.of(session.id())).getOrDefault(session.id(), SessionLoads.Load.NONE).booked();
    RollCallLetter letter =
        RollCallLetter.of(
            kind, session, person, booked, link, confirms, causes.of(session).orElse(null));
    return new Content.Mail(
        Objects.requireNonNull(person.email()),
        "fr",
        letter.subject(),
        letter.text(),
        letter.html(),
        null,
        null,
        secret,
        null);
  }

  @Override
  public Optional<String> secret(OutboxMessage message) {
    return Optional.ofNullable(message.detail()).map(UUID::fromString).map(links::secret);
  }
}

package fr.porteouverte.message.rollcall;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom of a partner a mail about a session goes to. */
@ApplicationScoped
class SessionAgents {
  @Inject Sessions sessions;
  @Inject Colleagues colleagues;

  /**
   * Who is to come; else who came the time before; else everybody of the partner for this house,
   * for one of them has to. Only those with an address; none when the house's own clerks hold it.
   */
  List<Person> of(Session session) {
    Partner host = session.permanence().partner();
    if (host == null) {
      return List.of();
    }
    List<Person> theirs = colleagues.ofPartner(host.id(), session.siteId());
    Optional<Person> one =
        Optional.ofNullable(session.agent())
            .or(() -> sessions.agentBefore(session))
            .flatMap(name -> theirs.stream().filter(who -> who.username().equals(name)).findFirst())
            .filter(person -> person.email() != null);
    return one.map(List::of)
        .orElseGet(() -> theirs.stream().filter(person -> person.email() != null).toList());
  }

  /** Whether somebody is an agent of the session's partner. */
  boolean isOf(String username, Session session) {
    Partner host = session.permanence().partner();
    return host != null && colleagues.ofPartner(host.id(), session.siteId(), username).isPresent();
  }
}

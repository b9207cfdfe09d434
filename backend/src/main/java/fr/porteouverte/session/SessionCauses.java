package fr.porteouverte.session;

import fr.porteouverte.site.Closure;
import fr.porteouverte.site.Closures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a session that the calendar took back does not take place. What somebody cancelled says so
 * itself.
 */
@ApplicationScoped
public class SessionCauses {
  @Inject Closures closures;

  /** By the sessions' ids; one that takes place, or was cancelled by somebody, is missing. */
  public Map<Long, CancellationCause> of(Collection<Session> sessions) {
    Map<Long, CancellationCause> causes = new HashMap<>();
    for (Session session : sessions) {
      of(session).ifPresent(cause -> causes.put(session.id(), cause));
    }
    return causes;
  }

  /** Empty: it takes place, or somebody cancelled it. */
  public Optional<CancellationCause> of(Session session) {
    if (!session.withdrawn() || session.state() == SessionState.cancelled) {
      return Optional.empty();
    }
    List<Closure> touching =
        closures.touching(session.siteId(), session.date(), session.date().plusDays(1));
    boolean closed = touching.stream().anyMatch(closure -> meets(closure, session));
    return Optional.of(closed ? CancellationCause.closure : CancellationCause.planning);
  }

  private static boolean meets(Closure closure, Session session) {
    ZoneId zone = session.permanence().site().zone();
    return closure.from().atZone(zone).toInstant().isBefore(session.end())
        && session.start().isBefore(closure.to().atZone(zone).toInstant());
  }
}

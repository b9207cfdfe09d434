package fr.porteouverte.session;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The one way to a session about which somebody decides: first its series, then its row. So nobody
 * who waits for a session has anything that the one before them still wants (decision 008).
 */
@ApplicationScoped
public class SessionLocks {
  @Inject Sessions sessions;
  @Inject Permanences permanences;

  /** Joins the caller's transaction, which has no slot's, queue's or booking's lock yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Session lock(long id) {
    long series = sessions.ref(id).orElseThrow(NotFound::new).permanenceId();
    permanences.lock(series);
    Session session = sessions.locked(id);
    if (session.permanence().id() != series) {
      throw new TryAgain("the series was cut meanwhile");
    }
    return session;
  }
}

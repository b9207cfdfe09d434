package fr.porteouverte.session;

import fr.porteouverte.secret.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All links. What opens one is derived from its id. */
@ApplicationScoped
public class SessionLinks implements PanacheRepositoryBase<SessionLink, UUID> {
  @Inject Secrets secrets;

  /**
   * The agent's link to a session; a new one instead of one that was used.
   *
   * @return its id, which names it and opens nothing
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID ensure(Session session, String agent, Instant now) {
    SessionLink old = find("sessionId = ?1 and agent = ?2", session.id(), agent).firstResult();
    if (old != null && !old.used()) {
      return old.id();
    }
    if (old != null) {
      delete(old);
      flush();
    }
    SessionLink link = new SessionLink(session, agent, now);
    persist(link);
    return link.id();
  }

  /** For the agent's own message, never to be stored or logged. */
  public String secret(UUID id) {
    return secrets.of("session-link", id.toString());
  }

  /** Empty: no such link, or another secret. */
  Optional<SessionLink> opened(String id, @Nullable String secret) {
    try {
      UUID wanted = UUID.fromString(id);
      return Secrets.same(secret(wanted), secret) ? findByIdOptional(wanted) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Read anew under its lock, after the session's. */
  SessionLink locked(SessionLink link) {
    getEntityManager().refresh(link, LockModeType.PESSIMISTIC_WRITE);
    return link;
  }
}

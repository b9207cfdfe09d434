package fr.porteouverte.session;

import fr.porteouverte.secret.ServerKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** All links. What opens one is 144 bits derived from its id under the server's key. */
@ApplicationScoped
public class SessionLinks implements PanacheRepositoryBase<SessionLink, UUID> {
  private static final int BYTES = 18;
  @Inject ServerKey key;

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
    byte[] mac = key.mac("session-link", id.toString());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
  }

  /** Empty: no such link, or another secret; compared in constant time. */
  Optional<SessionLink> opened(String id, String secret) {
    try {
      UUID wanted = UUID.fromString(id);
      return secret != null
              && MessageDigest.isEqual(
                  secret(wanted).getBytes(StandardCharsets.UTF_8),
                  secret.getBytes(StandardCharsets.UTF_8))
          ? findByIdOptional(wanted)
          : Optional.empty();
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

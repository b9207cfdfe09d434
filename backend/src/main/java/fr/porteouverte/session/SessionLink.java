package fr.porteouverte.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one agent confirm one session once, without a login. What opens it is never stored. */
@Entity
@Table(name = "session_link")
public class SessionLink {
  @Id private UUID id;

  @Column(name = "session_id", nullable = false, updatable = false)
  private long sessionId;

  @Column(nullable = false, updatable = false)
  private String agent;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected SessionLink() {}

  SessionLink(Session session, String agent, Instant now) {
    this.id = UUID.randomUUID();
    this.sessionId = session.id();
    this.agent = agent;
    this.createdAt = now;
  }

  /** Where a link stands. Only an open one does anything. */
  public enum State {
    open,
    used,
    expired,
    over,
    cancelled,
    /** Somebody else is to come by now. */
    handedOver
  }

  /** Whatever else is so, a link that was used says so. */
  State state(Session session, Instant now) {
    if (usedAt != null) {
      return State.used;
    }
    if (session.state() == SessionState.cancelled || session.withdrawn()) {
      return State.cancelled;
    }
    if (session.state() == SessionState.held || !session.end().isAfter(now)) {
      return State.over;
    }
    if (!now.isBefore(session.start())) {
      return State.expired;
    }
    return isElsewhere(session) ? State.handedOver : State.open;
  }

  /** A colleague's own confirmation leaves nothing to answer; a colleague who is named has to. */
  private boolean isElsewhere(Session session) {
    return session.agent() != null
        && !session.agent().equals(agent)
        && (session.handedOver() || session.state() == SessionState.planned);
  }

  void use(Instant now) {
    if (usedAt != null) {
      throw new IllegalStateException("link " + id + " was used");
    }
    usedAt = now;
  }

  boolean used() {
    return usedAt != null;
  }

  UUID id() {
    return id;
  }

  long sessionId() {
    return sessionId;
  }

  String agent() {
    return agent;
  }
}

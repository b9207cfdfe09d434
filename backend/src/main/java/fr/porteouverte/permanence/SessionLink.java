package fr.porteouverte.permanence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected SessionLink() {}

  SessionLink(Session session, String agent, Instant now) {
    this.id = UUID.randomUUID();
    this.sessionId = session.id();
    this.agent = agent;
    this.createdAt = now;
    this.expiresAt = session.start();
  }

  /** Where a link stands. Only an open one does anything. */
  public enum State {
    open,
    used,
    expired,
    over,
    cancelled
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
    boolean open = now.isBefore(expiresAt) && now.isBefore(session.start());
    return open ? State.open : State.expired;
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

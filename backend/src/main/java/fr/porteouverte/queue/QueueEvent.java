package fr.porteouverte.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One change of a house's queue: who, when, from where. Only {@code undone} ever changes. */
@Entity
@Table(name = "queue_event")
class QueueEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(nullable = false, updatable = false)
  private long seq;

  @Column(name = "ticket_id", updatable = false)
  private Long ticketId;

  @Column(name = "counter_id", updatable = false)
  private Long counterId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private EventKind kind;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(name = "recorded_at", nullable = false, updatable = false)
  private Instant recordedAt;

  @Column(nullable = false, updatable = false)
  private String actor;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private EventOrigin origin;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "from_state", updatable = false)
  private TicketState fromState;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "to_state", updatable = false)
  private TicketState toState;

  @Column(updatable = false)
  private String reason;

  @Column(nullable = false)
  private boolean undone;

  @Column(updatable = false)
  private String before;

  protected QueueEvent() {}

  QueueEvent(Turn turn, EventKind kind, Instant at) {
    this.siteId = turn.siteId();
    this.seq = turn.row().nextSeq();
    this.kind = kind;
    this.at = at;
    this.recordedAt = turn.now();
    this.actor = turn.actor().name();
    this.origin = turn.actor().origin();
  }

  /**
   * @param was null: it began with this event
   */
  QueueEvent of(Ticket ticket, TicketBefore was) {
    ticketId = ticket.id();
    toState = ticket.state();
    counterId = ticket.counterId();
    if (was != null) {
      fromState = was.state();
      before = was.text();
      counterId = counterId == null ? was.counterId() : counterId;
    }
    return this;
  }

  QueueEvent of(Counter counter) {
    counterId = counter.id();
    return this;
  }

  QueueEvent because(String words) {
    reason = words;
    return this;
  }

  void undo() {
    undone = true;
  }

  long siteId() {
    return siteId;
  }

  long seq() {
    return seq;
  }

  Long ticketId() {
    return ticketId;
  }

  /** The desk concerned; of a ticket that leaves a desk, that one. */
  Long counterId() {
    return counterId;
  }

  EventKind kind() {
    return kind;
  }

  /** When it happened. */
  Instant at() {
    return at;
  }

  TicketState fromState() {
    return fromState;
  }

  TicketState toState() {
    return toState;
  }

  boolean undone() {
    return undone;
  }

  /** What an undo restores; null for what began with this event. */
  TicketBefore before() {
    return before == null ? null : TicketBefore.parse(before);
  }
}

package fr.porteouverte.queue.change;

import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
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
import org.jspecify.annotations.Nullable;

/** One change of a house's queue: who, when, from where. Only {@code undone} ever changes. */
@Entity
@Table(name = "queue_event")
public class QueueEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(nullable = false, updatable = false)
  private long seq;

  @Column(name = "ticket_id", updatable = false)
  private @Nullable Long ticketId;

  @Column(name = "counter_id", updatable = false)
  private @Nullable Long counterId;

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
  private @Nullable TicketState fromState;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "to_state", updatable = false)
  private @Nullable TicketState toState;

  @Column(updatable = false)
  private @Nullable String reason;

  /** Number of the first change of the act of which it is a part; null: it stands alone. */
  @Column(updatable = false)
  private @Nullable Long act;

  @Column(nullable = false)
  private boolean undone;

  @Column(updatable = false)
  private @Nullable String before;

  QueueEvent() {}

  public QueueEvent(LockedQueue queue, EventKind kind, Instant at) {
    this.siteId = queue.siteId();
    this.seq = queue.row().nextSeq();
    this.kind = kind;
    this.at = at;
    this.recordedAt = queue.now();
    this.actor = queue.actor().name();
    this.origin = queue.actor().origin();
  }

  /**
   * @param was null: it began with this event
   */
  public QueueEvent of(Ticket ticket, @Nullable TicketBefore was) {
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

  public QueueEvent of(Counter counter) {
    counterId = counter.id();
    return this;
  }

  public QueueEvent because(@Nullable String words) {
    reason = words;
    return this;
  }

  /**
   * @param first number of the act's first change; null: this is it
   */
  public QueueEvent within(@Nullable Long first) {
    act = first == null ? seq : first;
    return this;
  }

  public void undo() {
    undone = true;
  }

  long siteId() {
    return siteId;
  }

  public long seq() {
    return seq;
  }

  public @Nullable Long ticketId() {
    return ticketId;
  }

  /** The counter concerned; of a ticket that leaves a counter, that one. */
  public @Nullable Long counterId() {
    return counterId;
  }

  public EventKind kind() {
    return kind;
  }

  /** When it happened. */
  public Instant at() {
    return at;
  }

  /** An agent's username, {@code device:<id>}, or {@code system}. */
  public String actor() {
    return actor;
  }

  public boolean undone() {
    return undone;
  }

  public @Nullable String reason() {
    return reason;
  }

  /** What an undo restores; null for what began with this event. */
  public @Nullable TicketBefore before() {
    return before == null ? null : TicketBefore.parse(before);
  }
}

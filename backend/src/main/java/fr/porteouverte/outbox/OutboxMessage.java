package fr.porteouverte.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One thing to tell one person in one way, and what became of it. */
@Entity
@Table(name = "outbox")
public class OutboxMessage {
  private static final int SUBJECT = 300;
  private static final int BODY = 8000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID uid;
  private String kind;
  private String cause;
  private String recipient;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private MessageChannel channel;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private MessageState state;

  @Column(name = "site_id")
  private @Nullable Long siteId;

  @Column(name = "booking_id")
  private @Nullable Long bookingId;

  private @Nullable String detail;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "give_up_at")
  private Instant giveUpAt;

  private int attempts;

  @Column(name = "told_with")
  private @Nullable Long toldWith;

  @Column(name = "leased_by")
  private @Nullable String leasedBy;

  @Column(name = "leased_until")
  private @Nullable Instant leasedUntil;

  private @Nullable String reason;
  private @Nullable Integer segments;

  @Column(name = "provider_id")
  private @Nullable String providerId;

  private @Nullable String subject;
  private @Nullable String body;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  protected OutboxMessage() {}

  boolean isLeasedBy(String lease) {
    return lease.equals(leasedBy);
  }

  /** Accepted by whoever carries it on. */
  void sent(Instant now) {
    become(MessageState.sent, now);
    this.settledAt = null;
    this.sentAt = now;
    this.reason = null;
  }

  @Nullable String lease() {
    return leasedBy;
  }

  @Nullable Instant leasedUntil() {
    return leasedUntil;
  }

  /** The messages among which this one waits to go in one. */
  long group() {
    return toldWith == null ? id : toldWith;
  }

  /** A receipt told that it went before its sender could. */
  boolean isWithoutWords() {
    return sentAt != null && body == null && segments == null && providerId == null;
  }

  /** What went, as it went. */
  void keep(Content content, @Nullable Integer cost, @Nullable String acceptedAs) {
    this.segments = cost;
    this.providerId = acceptedAs;
    this.subject = cut(content.keptSubject(), SUBJECT);
    this.body = cut(content.keptText(), BODY);
  }

  /** Not now: once more later. */
  void retry(String why, Instant later) {
    this.reason = why;
    this.dueAt = later;
    release();
  }

  /** Not now, though nothing failed: it was not tried. */
  void putOff(Instant later) {
    this.dueAt = later;
    this.attempts--;
    release();
  }

  /** The way it ends, or goes on from where it ended. */
  public void settle(MessageState end, @Nullable String why, Instant now) {
    become(end, now);
    this.reason = why;
  }

  /** A call that was noted wrongly is open again. */
  public void reopen(Instant now) {
    become(MessageState.waiting, now);
    this.settledAt = null;
    this.reason = null;
  }

  /** A call that nobody answered. */
  public void tried() {
    attempts++;
  }

  /** Somebody has it in hand and is sending it. */
  public boolean isOnItsWay() {
    return leasedBy != null;
  }

  private void become(MessageState next, Instant now) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("message " + id + " is " + state + ", not to be " + next);
    }
    this.state = next;
    this.settledAt = now;
    release();
  }

  private void release() {
    this.leasedBy = null;
    this.leasedUntil = null;
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }

  public long id() {
    return id;
  }

  public UUID uid() {
    return uid;
  }

  public String kind() {
    return kind;
  }

  public String cause() {
    return cause;
  }

  public String recipient() {
    return recipient;
  }

  public MessageChannel channel() {
    return channel;
  }

  public MessageState state() {
    return state;
  }

  public @Nullable Long siteId() {
    return siteId;
  }

  public @Nullable Long bookingId() {
    return bookingId;
  }

  public @Nullable String detail() {
    return detail;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public Instant giveUpAt() {
    return giveUpAt;
  }

  public int attempts() {
    return attempts;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable Integer segments() {
    return segments;
  }

  public @Nullable String subject() {
    return subject;
  }

  public @Nullable String body() {
    return body;
  }

  public @Nullable Instant sentAt() {
    return sentAt;
  }

  public @Nullable Instant settledAt() {
    return settledAt;
  }

  /** Of a message that is about a booking. */
  public long booking() {
    return Objects.requireNonNull(bookingId);
  }
}

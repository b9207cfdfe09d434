package fr.porteouverte.message.call;

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

/** What an agent noted after a call. Never edited: a correction is one more. */
@Entity
@Table(name = "call_result")
public class CallResult {

  /** What came of it. */
  public enum Result {
    reached,
    noAnswer,
    moved,
    cancelled,
    /** By a letter, a neighbour, at the counter: the person knows. */
    toldOtherwise,
    /** Nobody could tell them; whoever is at the counter when they come does. */
    unreachable
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "outbox_id")
  private long outboxId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Result result;

  private Instant at;
  private String agent;
  private @Nullable String note;

  protected CallResult() {}

  CallResult(long outboxId, Result result, Instant at, String agent, @Nullable String note) {
    this.outboxId = outboxId;
    this.result = result;
    this.at = at;
    this.agent = agent;
    this.note = note;
  }

  long outboxId() {
    return outboxId;
  }

  Result result() {
    return result;
  }

  Instant at() {
    return at;
  }

  String agent() {
    return agent;
  }

  @Nullable String note() {
    return note;
  }
}

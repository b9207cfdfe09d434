package fr.porteouverte.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of what became of a visit. Never changed, but may be taken back. */
@Entity
class Attendance {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "booking_id", updatable = false)
  private @Nullable Long bookingId;

  @Column(name = "ticket_id", updatable = false)
  private @Nullable Long ticketId;

  @Column(nullable = false, updatable = false)
  private int version;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private Outcome outcome;

  @Column(name = "papers_missing", nullable = false, updatable = false)
  private boolean papersMissing;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(updatable = false)
  private @Nullable Result result;

  @Column(updatable = false)
  private @Nullable String note;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false)
  private String actor;

  @Column(name = "session_id", updatable = false)
  private @Nullable Long sessionId;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  protected Attendance() {}

  /**
   * @param sessionId marked with everybody else of it; null: alone
   */
  Attendance(
      Visited visit, int version, Mark mark, String actor, @Nullable Long sessionId, Instant now) {
    this.bookingId = visit.bookingId();
    this.ticketId = visit.ticketId();
    this.version = version;
    this.outcome = mark.outcome();
    this.papersMissing = mark.withoutPapers();
    this.result = mark.result();
    this.note = mark.saidNote();
    this.at = now;
    this.actor = actor;
    this.sessionId = sessionId;
  }

  /**
   * @param by an agent's username, or {@code system}
   */
  void undo(Instant now, String by) {
    undoneAt = now;
    undoneBy = by;
  }

  boolean undone() {
    return undoneAt != null;
  }

  /** Null: it stands. */
  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  /** Null: it stands, or nobody kept who took it back. */
  @Nullable String undoneBy() {
    return undoneBy;
  }

  @Nullable Long ticketId() {
    return ticketId;
  }

  @Nullable Long bookingId() {
    return bookingId;
  }

  int version() {
    return version;
  }

  Outcome outcome() {
    return outcome;
  }

  boolean papersMissing() {
    return papersMissing;
  }

  @Nullable Result result() {
    return result;
  }

  @Nullable String note() {
    return note;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }
}

package fr.porteouverte.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
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

  @Column(updatable = false)
  private @Nullable String counted;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(name = "local_date", nullable = false, updatable = false)
  private LocalDate date;

  @Column(name = "visited_at", nullable = false, updatable = false)
  private Instant visitedAt;

  @Column(name = "permanence_id", updatable = false)
  private @Nullable Long permanenceId;

  @Column(nullable = false, updatable = false)
  private int version;

  @Embedded private VisitDetails details;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private Outcome outcome;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false)
  private String actor;

  @Column(name = "session_id", updatable = false)
  private @Nullable Long sessionId;

  /** True: the one version of the visit that counts; null: replaced, or taken back. */
  @Column private @Nullable Boolean standing = true;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  protected Attendance() {}

  /**
   * @param sessionId marked with everybody else of it; null: alone
   */
  Attendance(
      Visited visit,
      VisitPlace place,
      int version,
      SaidOfVisit said,
      String actor,
      @Nullable Long sessionId,
      Instant now) {
    this.bookingId = visit.bookingId();
    this.ticketId = visit.ticketId();
    this.counted = visit.counted();
    this.siteId = place.siteId();
    this.date = place.date();
    this.visitedAt = place.at();
    this.permanenceId = place.permanenceId();
    this.version = version;
    this.outcome = said.mark().outcome();
    this.details = new VisitDetails(said);
    this.at = now;
    this.actor = actor;
    this.sessionId = sessionId;
  }

  /** Another version of the same visit counts from now on. */
  void replace() {
    standing = null;
  }

  /**
   * @param by an agent's username, or {@code system}
   */
  void undo(Instant now, String by) {
    standing = null;
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

  Long id() {
    return id;
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

  VisitDetails details() {
    return details;
  }

  /** The name of one that was only counted; null: a booking's, or a ticket's. */
  @Nullable String counted() {
    return counted;
  }

  long siteId() {
    return siteId;
  }

  /** Local day of the house. */
  LocalDate date() {
    return date;
  }

  Instant visitedAt() {
    return visitedAt;
  }

  /** Who received; null: the house's own counters. */
  @Nullable Long permanenceId() {
    return permanenceId;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }
}

package fr.porteouverte.session;

import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.session.SessionState.Action;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One dated occurrence of a permanence. Its row, its times and whether the calendar still has it
 * are written by materialisation alone, past Hibernate; what people decide about it is written
 * here, under the row's lock (see {@link Sessions#locked}).
 */
@Entity
public class Session {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "permanence_id", nullable = false, updatable = false)
  private Permanence permanence;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(name = "local_date", nullable = false, updatable = false)
  private LocalDate date;

  @Column(name = "start_at", nullable = false, updatable = false)
  private Instant start;

  @Column(name = "end_at", nullable = false, updatable = false)
  private Instant end;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private SessionState state;

  @Column(nullable = false, updatable = false)
  private boolean withdrawn;

  private @Nullable String agent;

  @Column(name = "handed_over", nullable = false)
  private boolean handedOver;

  @Column(name = "late_minutes")
  private @Nullable Integer lateMinutes;

  private @Nullable String reason;

  @Column(name = "stopped_at")
  private @Nullable Instant stoppedAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "partner_attendance")
  private @Nullable PartnerAttendance partnerAttendance;

  @Version private int version;

  protected Session() {}

  void confirm(Instant now) {
    become(Action.confirm, now);
    this.confirmedAt = now;
  }

  /** Who confirms it comes, unless it was handed to somebody else, for whom they answer. */
  void takenBy(String username) {
    if (handedOver && !username.equals(agent)) {
      return;
    }
    agent = username;
    handedOver = false;
  }

  /**
   * Who had said that they come does not any more. To whom it was handed stays named until they say
   * otherwise themselves.
   */
  void unconfirm(String username, Instant now) {
    become(Action.unconfirm, now);
    this.confirmedAt = null;
    if (!handedOver || username.equals(agent)) {
      this.agent = null;
      this.handedOver = false;
    }
  }

  /**
   * @param minutes 1 to 240; 0: it comes in time after all
   */
  void delay(int minutes, Instant now) {
    become(Action.delay, now);
    this.lateMinutes = minutes == 0 ? null : minutes;
  }

  /**
   * @param username of the partner's agent who comes
   * @param by who says so
   */
  void handTo(String username, String by, Instant now) {
    become(Action.handOver, now);
    this.agent = username;
    this.handedOver = !username.equals(by);
  }

  /**
   * @param why as people read it, at most 200 characters
   */
  void cancel(String why, Instant now) {
    become(Action.cancel, now);
    this.reason = why;
    this.lateMinutes = null;
  }

  /**
   * Its partner was there and had, or will have, to leave.
   *
   * @param at within its hours
   * @param why as people read it, at most 200 characters; null: none is said
   */
  void stop(Instant at, @Nullable String why, Instant now) {
    become(Action.stop, now);
    if (!at.isAfter(start) || !at.isBefore(end)) {
      throw new IllegalArgumentException("session " + id + " does not stop at " + at);
    }
    this.stoppedAt = at;
    this.reason = why;
    this.partnerAttendance = PartnerAttendance.present;
  }

  /** One that was stopped goes on, as the held session that it is. */
  void reinstate(Instant now) {
    boolean goesOn = stoppedAt != null;
    become(Action.reinstate, now);
    this.reason = null;
    this.stoppedAt = null;
    if (!goesOn) {
      this.confirmedAt = null;
      this.partnerAttendance = null;
    }
  }

  void markHeld(PartnerAttendance was, Instant now) {
    become(Action.markHeld, now);
    this.partnerAttendance = was;
    if (was == PartnerAttendance.absent && stoppedAt != null) {
      this.stoppedAt = null;
      this.reason = null;
    }
  }

  /**
   * Nothing says any more that it took place. No action of anybody's: marks noted it, and they are
   * taken back.
   */
  void unhold() {
    if (state != SessionState.held || stoppedAt != null) {
      throw new IllegalStateException("session " + id + " is " + state);
    }
    state = confirmedAt == null ? SessionState.planned : SessionState.confirmed;
    partnerAttendance = null;
  }

  /** Refuses what may not happen to it now; the refusal says what may. */
  public void require(Action action, Instant now) {
    if (!actions(now).contains(action)) {
      throw new SessionActionNotAllowed(this, now);
    }
  }

  private void become(Action action, Instant now) {
    require(action, now);
    state = state.after(action).orElseThrow();
  }

  /**
   * What may happen to it now: what its state allows, and its time. Before it is over it can be
   * announced, changed and called off; from its start on somebody can say whether it took place.
   */
  public Set<Action> actions(Instant now) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    if (withdrawn) {
      return actions;
    }
    actions.addAll(state.actions());
    if (permanence.host() == Host.house) {
      // Its own clerks are there when it is open.
      actions.removeAll(EnumSet.of(Action.confirm, Action.unconfirm, Action.handOver));
    }
    if (state == SessionState.held) {
      actions.remove(absent() ? Action.stop : Action.cancel);
      actions.remove(stoppedAt == null ? Action.reinstate : Action.stop);
    }
    if (!end.isAfter(now)) {
      actions.retainAll(EnumSet.of(Action.markHeld, Action.stop));
    }
    if (!start.isAfter(now)) {
      actions.remove(Action.unconfirm);
    } else {
      actions.removeAll(EnumSet.of(Action.markHeld, Action.stop));
    }
    if (now.atZone(permanence.site().zone()).toLocalDate().isAfter(date)) {
      actions.remove(Action.stop); // who was to come has been told nothing for too long
    }
    return actions;
  }

  /** When its partner left, or will leave, before the end; null: they stay until then. */
  public @Nullable Instant stoppedAt() {
    return stoppedAt;
  }

  /** Until when somebody is there: its end, or earlier when its partner had to leave. */
  public Instant lastsUntil() {
    return stoppedAt != null && stoppedAt.isBefore(end) ? stoppedAt : end;
  }

  /** Nobody is there any more: its end has come, or its partner has left. */
  public boolean over(Instant now) {
    return !lastsUntil().isAfter(now);
  }

  /** It has begun, and nobody said yet whether its partner is there. */
  public boolean awaited(Instant now) {
    return permanence.host() == Host.partner
        && (state == SessionState.planned || state == SessionState.confirmed)
        && !withdrawn
        && begun(now);
  }

  /** It has begun, and what was of it stays, whatever the calendar says from now on. */
  public boolean begun(Instant now) {
    return !start.isAfter(now);
  }

  /** Somebody noted that its partner did not come. */
  public boolean absent() {
    return partnerAttendance == PartnerAttendance.absent;
  }

  /**
   * As everybody sees it: called off, too, when its partner did not come, or the calendar took it
   * back and nobody is left in it (see {@link Sessions#promised}).
   */
  public SessionState shown() {
    return withdrawn || absent() ? SessionState.cancelled : state;
  }

  /** By when its partner should have said that it comes. */
  public Instant confirmBy() {
    return start.minus(Duration.ofHours(permanence.confirmHours()));
  }

  /**
   * Nobody said in time that the partner comes. The house's own clerks need not: the house is open.
   */
  public boolean unconfirmed(Instant now) {
    return permanence.host() == Host.partner
        && state == SessionState.planned
        && !withdrawn
        && !now.isBefore(confirmBy());
  }

  public long id() {
    return id;
  }

  public Permanence permanence() {
    return permanence;
  }

  public long siteId() {
    return siteId;
  }

  public LocalDate date() {
    return date;
  }

  public Instant start() {
    return start;
  }

  /** As the calendar has it; see {@link #lastsUntil}. */
  public Instant end() {
    return end;
  }

  /** When it begins as far as its partner said. */
  public Instant begins() {
    return lateMinutes == null ? start : start.plus(Duration.ofMinutes(lateMinutes));
  }

  public SessionState state() {
    return state;
  }

  /** The calendar no longer has it; it stays for those who have a seat. */
  public boolean withdrawn() {
    return withdrawn;
  }

  /** Username of the partner's agent who comes; null: not said. */
  public @Nullable String agent() {
    return agent;
  }

  /** Whether somebody else named who comes, and they have not said so themselves. */
  public boolean handedOver() {
    return handedOver;
  }

  /** By how much it begins late; null: in time. */
  public @Nullable Integer lateMinutes() {
    return lateMinutes;
  }

  /** Why it was cancelled or stopped, as people read it; null: it was not, or nobody said. */
  public @Nullable String reason() {
    return reason;
  }

  /** Null: nobody noted it. */
  public @Nullable PartnerAttendance partnerAttendance() {
    return partnerAttendance;
  }

  public int version() {
    return version;
  }
}

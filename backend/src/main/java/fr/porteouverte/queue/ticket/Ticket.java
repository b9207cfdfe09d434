package fr.porteouverte.queue.ticket;

import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.arrival.Coming;
import fr.porteouverte.queue.change.LockedQueue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person who is in the house. It knows no name. It changes only in a {@link LockedQueue} of its
 * house, and only as {@link TicketState} says.
 */
@Entity
public class Ticket {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "public_id", nullable = false, updatable = false)
  private String publicId;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(name = "local_date", nullable = false, updatable = false)
  private LocalDate date;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private Series series;

  @Column(nullable = false, updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private TicketState state = TicketState.waiting;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private TicketOrigin origin;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "procedure_id", nullable = false)
  private Procedure procedure;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "permanence_id")
  private @Nullable Permanence permanence;

  @Column(name = "booking_id")
  private @Nullable Long bookingId;

  @Column(name = "arrived_at", nullable = false, updatable = false)
  private Instant arrivedAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "callable_at")
  private @Nullable Instant callableAt;

  @Column(nullable = false)
  private boolean priority;

  @Embedded private AtCounter atCounter = AtCounter.NONE;

  /** Grows with each change: of what somebody has seen when they act. */
  @Column(nullable = false)
  private int version;

  protected Ticket() {}

  Ticket(String publicId, long siteId, LocalDate date, int number, Coming coming) {
    this.publicId = publicId;
    this.siteId = siteId;
    this.date = date;
    this.number = number;
    this.origin = coming.origin();
    this.series = origin.series();
    this.procedure = coming.procedure();
    this.permanence = coming.permanence();
    this.bookingId = coming.bookingId();
    this.arrivedAt = coming.arrivedAt();
    this.dueAt = coming.dueAt();
    this.priority = coming.priority();
  }

  /** To a counter; again at the same one rings again. */
  public void call(long counter, Instant now) {
    become(TicketAction.call);
    callableAt = null;
    atCounter = atCounter.called(counter, now);
  }

  void start(Instant now) {
    become(TicketAction.start);
    atCounter = atCounter.started(now);
  }

  /** The person fetches a paper and comes back. */
  void park() {
    become(TicketAction.park);
    atCounter = atCounter.parked();
  }

  /**
   * Back to waiting: after a pause where it was; after an absence at its arrival's place, and not
   * called at once.
   *
   * @param backOff how long after an absence nobody is called by "next"
   */
  void resume(Instant now, Duration backOff) {
    boolean absent = state == TicketState.missed;
    become(TicketAction.resume);
    if (absent) {
      dueAt = null;
      callableAt = backOff.isZero() ? null : now.plus(backOff);
    }
    atCounter = atCounter.backInLine();
  }

  public void finish(Instant now) {
    end(TicketAction.finish, now);
  }

  /**
   * Somebody saw this person, but no counter said when it began: it measures nothing. Also what was
   * taken to be a missed call, or a leaving.
   */
  public void received(Instant end) {
    if (state == TicketState.done) {
      throw new IllegalStateException("ticket " + id + " is done");
    }
    state = TicketState.done;
    atCounter = atCounter.received(end);
  }

  /**
   * @param callsAtMost absent after so many calls, it is a no-show
   */
  public void miss(Instant now, int callsAtMost) {
    end(TicketAction.miss, now);
    if (calls() >= callsAtMost) {
      state = TicketState.noShow;
    }
  }

  public void leave(Instant now) {
    end(TicketAction.leave, now);
  }

  /**
   * On to something else, with its number and arrival. An appointment is with one host: with
   * another it gives no claim.
   *
   * @param host null: the house's own clerks
   */
  public void transfer(Procedure newProcedure, @Nullable Permanence host) {
    become(TicketAction.transfer);
    if (partnerAt(host) != partnerAt(permanence)) {
      dueAt = null;
    }
    procedure = newProcedure;
    permanence = host;
    atCounter = atCounter.backInLine();
  }

  /**
   * A visit that was written on paper while nothing else worked: only its times are known, not the
   * counter, so it is not led through the states.
   *
   * @param outcome done, missed or left
   * @param started null: not known
   */
  public void noted(TicketState outcome, @Nullable Instant started, Instant ended) {
    if (state != TicketState.waiting || outcome.atCounter() || outcome == TicketState.waiting) {
      throw new IllegalStateException("ticket " + id + " is " + state + ": noted as " + outcome);
    }
    version++;
    state = outcome;
    atCounter = atCounter.noted(started, ended);
  }

  /** As it was, with its place in the line, which follows from its arrival. */
  void restore(TicketBefore before, Procedure itsProcedure, @Nullable Permanence itsHost) {
    version++;
    state = before.state();
    procedure = itsProcedure;
    permanence = itsHost;
    dueAt = before.dueAt();
    callableAt = before.callableAt();
    atCounter = AtCounter.restored(before);
  }

  /** The number was given by mistake: its booking, if any, may arrive anew. */
  void withdraw(Instant now) {
    leave(now);
    bookingId = null;
  }

  public TicketBefore before() {
    return new TicketBefore(
        state,
        procedure.id(),
        permanence == null ? null : permanence.id(),
        dueAt,
        counterId(),
        calledAt(),
        startedAt(),
        endedAt(),
        calls(),
        callableAt);
  }

  /** Whether the house's own clerks serve this person. */
  public boolean forTheHouse() {
    return permanence == null || permanence.host() == Host.house;
  }

  private static long partnerAt(@Nullable Permanence host) {
    return host == null || host.host() == Host.house ? 0 : host.id();
  }

  private void end(TicketAction how, Instant now) {
    become(how);
    atCounter = atCounter.ended(now);
  }

  private void become(TicketAction action) {
    version++;
    state =
        state
            .after(action)
            .orElseThrow(
                () -> new IllegalStateException("ticket " + id + " is " + state + ": " + action));
  }

  public long id() {
    return id;
  }

  public String publicId() {
    return publicId;
  }

  public long siteId() {
    return siteId;
  }

  public LocalDate date() {
    return date;
  }

  /** As it is printed and called: {@code A012}. */
  public String number() {
    return series.number(number);
  }

  public TicketState state() {
    return state;
  }

  public TicketOrigin origin() {
    return origin;
  }

  public Procedure procedure() {
    return procedure;
  }

  /** Who serves it; null: the house's own clerks. */
  public @Nullable Long partnerId() {
    return permanence == null || permanence.partner() == null ? null : permanence.partner().id();
  }

  public @Nullable Permanence permanence() {
    return permanence;
  }

  public @Nullable Long bookingId() {
    return bookingId;
  }

  public Instant arrivedAt() {
    return arrivedAt;
  }

  /** When the person is to be called before walk-ins; null: no such claim. */
  public @Nullable Instant dueAt() {
    return dueAt;
  }

  /** Until when "next" passes over the person, who was absent; null: no such pause. */
  public @Nullable Instant callableAt() {
    return callableAt;
  }

  public int version() {
    return version;
  }

  public boolean priority() {
    return priority;
  }

  public @Nullable Long counterId() {
    return atCounter.counterId();
  }

  public @Nullable Instant calledAt() {
    return atCounter.calledAt();
  }

  public @Nullable Instant startedAt() {
    return atCounter.startedAt();
  }

  public @Nullable Instant endedAt() {
    return atCounter.endedAt();
  }

  public int calls() {
    return atCounter.calls();
  }
}

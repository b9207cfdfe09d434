package fr.porteouverte.booking;

import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureHere;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Site;
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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A promise to come. Its places are seat rows; it keeps its reference and id through every move.
 */
@Entity
public class Booking {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String reference;

  @Column(name = "secret_version", nullable = false)
  private int secretVersion = 1;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private BookingState state = BookingState.booked;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "site_id", nullable = false)
  private Site site;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private @Nullable Partner partner;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "procedure_id", nullable = false)
  private Procedure procedure;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "permanence_id", nullable = false)
  private Permanence permanence;

  @Column(name = "slot_id", nullable = false)
  private long slotId;

  @Column(name = "start_at", nullable = false)
  private Instant start;

  @Column(name = "end_at", nullable = false)
  private Instant end;

  @Embedded private Contact visitor;

  /** Since when the e-mail address is this one; null: since the booking was made. */
  @Column(name = "email_since")
  private @Nullable Instant emailSince;

  /** The same of the telephone number. */
  @Column(name = "phone_since")
  private @Nullable Instant phoneSince;

  @Column(name = "cancelled_session_id")
  private @Nullable Long cancelledSessionId;

  @Column(name = "cancellation_reason")
  private @Nullable String cancellationReason;

  /** Null: the house did not take it away, or that was before this was noted. */
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "cancellation_cause")
  private @Nullable CancellationCause cancellationCause;

  @Column(nullable = false)
  private int sequence;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** The booking of the visit that this one continues; null: a first visit. */
  @Column(name = "follow_up_of", updatable = false)
  private @Nullable Long followUpOf;

  /** Keyed hash of the address; null: it was made by who logged in, or is forgotten. */
  @Column(name = "taken_from")
  private @Nullable String takenFrom;

  /** Whether it does not count among what the unknown have taken. */
  @Column(nullable = false)
  private boolean proved = true;

  @Version private int version;

  protected Booking() {}

  Booking(String reference, Visit visit, Contact visitor, Instant now) {
    this.reference = reference;
    this.visitor = visitor;
    this.procedure = visit.procedure();
    this.createdAt = now;
    take(visit, now);
  }

  /** The next appointment of the same person about the same thing. */
  static Booking following(String reference, Booking before, Visit visit, Instant now) {
    Booking next = new Booking(reference, visit, before.visitor, now);
    next.followUpOf = before.id;
    return next;
  }

  public @Nullable String takenFrom() {
    return takenFrom;
  }

  public Instant madeAt() {
    return createdAt;
  }

  void takenBy(Taker taker, boolean proved) {
    this.takenFrom = taker.source();
    this.proved = proved;
  }

  public boolean proved() {
    return proved;
  }

  /** Its row is written with this number, past Hibernate. */
  public void numbered(long id) {
    this.id = id;
  }

  private void take(Visit visit, Instant now) {
    this.permanence = visit.permanence();
    this.site = permanence.site();
    this.partner = permanence.partner();
    this.slotId = visit.slot().id();
    this.start = visit.slot().start();
    this.end = visit.end();
    this.updatedAt = now;
  }

  /** To another time, and maybe another house; the reference and the calendar's UID stay. */
  public void move(Visit visit, Instant now) {
    become(BookingState.Action.move);
    take(visit, now);
    sequence++;
  }

  public void cancel(Instant now) {
    become(BookingState.Action.cancel);
    updatedAt = now;
    sequence++;
  }

  /** Its house is called otherwise, or is elsewhere: the entry in the person's calendar changes. */
  public void houseMoved(Instant now) {
    if (state != BookingState.booked) {
      throw new IllegalStateException("booking " + id + " is " + state);
    }
    updatedAt = now;
    sequence++;
  }

  /**
   * The house takes it away.
   *
   * @param cause null: it concerns this appointment alone
   * @param sessionId that was cancelled; null: another cause
   * @param reason as people read it; null: none is said
   */
  void cancelByHouse(
      @Nullable CancellationCause cause,
      @Nullable Long sessionId,
      @Nullable String reason,
      Instant now) {
    become(BookingState.Action.cancelByHouse);
    cancellationCause = cause;
    cancelledSessionId = sessionId;
    cancellationReason = reason == null ? "" : reason;
    updatedAt = now;
    sequence++;
  }

  /** The person takes another time after the house cancelled it. */
  public void rebook(Visit visit, Instant now) {
    if (!cancelledByHouse()) {
      throw new IllegalStateException("booking " + id + " was not cancelled by its house");
    }
    become(BookingState.Action.rebook);
    cancelledSessionId = null;
    cancellationReason = null;
    cancellationCause = null;
    take(visit, now);
    sequence++;
  }

  /** The house took it away, and the person has not taken another time yet. */
  public boolean cancelledByHouse() {
    return state == BookingState.cancelled && cancellationReason != null;
  }

  /** Why the house cancelled it, as people read it; empty: no reason was given. */
  public @Nullable String cancellationReason() {
    return cancellationReason;
  }

  /** Who or what took it away; null: nobody did, or that is not known. */
  public @Nullable CancellationCause cancellationCause() {
    return cancellationCause;
  }

  /** The person is in the house. */
  void arrive(Instant now) {
    become(BookingState.Action.arrive);
    updatedAt = now;
  }

  /** They were not, after all. */
  void undoArrival(Instant now) {
    become(BookingState.Action.undoArrival);
    updatedAt = now;
  }

  private void become(BookingState.Action action) {
    state =
        state
            .after(action)
            .orElseThrow(
                () -> new IllegalStateException("booking " + id + " is " + state + ": " + action));
  }

  /** The last instant to move or cancel: the permanence's deadline; for staff its own end. */
  Instant changeableUntil(boolean byStaff) {
    return byStaff ? end : start.minus(permanence.changeDeadline());
  }

  public boolean changeableAt(boolean byStaff, Instant now) {
    return state == BookingState.booked && !now.isAfter(changeableUntil(byStaff));
  }

  /**
   * The person is another, or reached elsewhere, than was written down.
   *
   * @param vouched the addresses are right, whatever came back from them before
   */
  public void correct(Contact corrected, boolean vouched, Instant now) {
    if (visitor.erased()) {
      throw new IllegalStateException("booking " + id + " no longer says whose it was");
    }
    if (vouched || !Objects.equals(visitor.email(), corrected.email())) {
      emailSince = now;
    }
    if (vouched || !Objects.equals(visitor.phone(), corrected.phone())) {
      phoneSince = now;
    }
    visitor = corrected;
  }

  @Nullable Instant emailSince() {
    return emailSince;
  }

  @Nullable Instant phoneSince() {
    return phoneSince;
  }

  public int version() {
    return version;
  }

  public void reachBy(ContactBy way) {
    visitor = visitor.reachedBy(way);
  }

  public long id() {
    return id;
  }

  public String reference() {
    return reference;
  }

  public int secretVersion() {
    return secretVersion;
  }

  public BookingState state() {
    return state;
  }

  public Site site() {
    return site;
  }

  public @Nullable Partner partner() {
    return partner;
  }

  public Procedure procedure() {
    return procedure;
  }

  /** As the house does it. */
  public ProcedureHere procedureHere() {
    return procedure.at(site.id());
  }

  Permanence permanence() {
    return permanence;
  }

  public long slotId() {
    return slotId;
  }

  public Instant start() {
    return start;
  }

  /** Local day of the house. */
  public LocalDate day() {
    return dayOf(start);
  }

  /** What day it is then at the house. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(site.zone()).toLocalDate();
  }

  public Instant end() {
    return end;
  }

  public Contact visitor() {
    return visitor;
  }

  /** Raised by each change of the appointment itself; what an If-Match of these names. */
  public int sequence() {
    return sequence;
  }

  @Nullable Long followUpOf() {
    return followUpOf;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}

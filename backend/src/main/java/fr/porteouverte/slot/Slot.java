package fr.porteouverte.slot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated piece of a session. Owns capacity and what is taken; the table repeats both rules.
 *
 * <p>Change one only under its row lock (see {@link SlotLocks}).
 */
@Entity
public class Slot {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id", nullable = false)
  private long sessionId;

  @Column(name = "permanence_id", nullable = false)
  private long permanenceId;

  @Column(name = "start_at", nullable = false)
  private Instant start;

  @Column(name = "end_at", nullable = false)
  private Instant end;

  @Column(nullable = false)
  private int capacity;

  @Column(name = "kept_phone", nullable = false)
  private int keptPhone;

  @Column(name = "kept_walk_in", nullable = false)
  private int keptWalkIn;

  /** Written by {@link Seats}, with the seats. */
  @Column(nullable = false, updatable = false)
  private int taken;

  @Column(name = "next_expiry", updatable = false)
  private @Nullable Instant nextExpiry;

  @Column(nullable = false)
  private boolean closed;

  protected Slot() {}

  public Slot(long sessionId, long permanenceId, Instant start, Instant end, int capacity) {
    this.sessionId = sessionId;
    this.permanenceId = permanenceId;
    this.start = start;
    this.end = end;
    this.capacity = capacity;
  }

  /** As its locked row says; Hibernate knows nothing of this one. */
  Slot(SlotLocks.Row row) {
    this(row.sessionId(), row.permanenceId(), row.startAt(), row.endAt(), row.capacity());
    this.id = row.id();
    this.keptPhone = row.keptPhone();
    this.keptWalkIn = row.keptWalkIn();
    this.taken = row.taken();
    this.nextExpiry = row.nextExpiry();
    this.closed = row.closed();
  }

  public long id() {
    return id;
  }

  public long sessionId() {
    return sessionId;
  }

  public long permanenceId() {
    return permanenceId;
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return end;
  }

  public int taken() {
    return taken;
  }

  public @Nullable Instant nextExpiry() {
    return nextExpiry;
  }

  public boolean closed() {
    return closed;
  }

  /** Places that this one may book, taken or not. */
  public int placesFor(Booker who) {
    return new SlotCapacity(capacity, keptPhone, keptWalkIn).forA(who);
  }

  public boolean fullFor(Booker who) {
    return taken >= placesFor(who);
  }

  /** Nobody new may take a place; those who have one keep it. */
  void close() {
    this.closed = true;
  }

  /**
   * What the seat rows say, after a change of them.
   *
   * @param earliestExpiry of the held seats; null when none is held
   */
  void recount(int seats, @Nullable Instant earliestExpiry) {
    if (seats < 0 || seats > capacity) {
      throw new IllegalStateException(seats + " seats of " + capacity + " in slot " + id);
    }
    this.taken = seats;
    this.nextExpiry = earliestExpiry;
  }
}

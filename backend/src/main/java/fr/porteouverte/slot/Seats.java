package fr.porteouverte.slot;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seat rows. Every change needs the lock of its slot (see {@link SlotLocks}), and leaves {@code
 * slot.taken} and {@code slot.next_expiry} saying what the rows say: here alone they are written.
 */
@ApplicationScoped
public class Seats {
  /** The seat after those that are taken, or the lowest free one where somebody left. */
  private static final String FREE_SEAT =
      "case when not exists (select 1 from seat t where t.slot_id = :slot and t.seat = :next) then"
          + " cast(:next as integer) else (select min(f.seat) from (select 1 as seat union all"
          + " select s.seat + 1 from seat s where s.slot_id = :slot) f where not exists (select 1"
          + " from seat t where t.slot_id = :slot and t.seat = f.seat)) end";

  @Inject EntityManager database;

  /**
   * Frees what expired holds still occupy; a sweeper may or may not have run.
   *
   * @return whether there was any
   */
  public boolean dropExpired(Slot slot, Instant now) {
    if (slot.nextExpiry() == null || slot.nextExpiry().isAfter(now)) {
      return false;
    }
    int dropped =
        sql("delete from seat where slot_id = :slot and expires_at <= :now")
            .with("slot", slot.id())
            .with("now", now)
            .run();
    recount(slot);
    return dropped > 0;
  }

  /** Takes one place; the caller has checked that the slot is not full. */
  public void take(Slot slot, SeatOwner owner) {
    if (owner instanceof SeatOwner.Hold hold) {
      sql("insert into seat (slot_id, seat, hold_id, expires_at) values (:slot, "
              + FREE_SEAT
              + ", :owner, :until)")
          .with("slot", slot.id())
          .with("next", slot.taken() + 1)
          .with("owner", hold.id())
          .with("until", hold.expiresAt())
          .later();
      Instant next = slot.nextExpiry();
      boolean earlier = next == null || hold.expiresAt().isBefore(next);
      count(slot, slot.taken() + 1, earlier ? hold.expiresAt() : next);
    } else if (owner instanceof SeatOwner.Booking booking) {
      sql("insert into seat (slot_id, seat, booking_id) values (:slot, " + FREE_SEAT + ", :owner)")
          .with("slot", slot.id())
          .with("next", slot.taken() + 1)
          .with("owner", booking.id())
          .later();
      count(slot, slot.taken() + 1, slot.nextExpiry());
    }
  }

  /** The seats of a hold become those of a booking. */
  public void convert(Collection<Slot> run, UUID hold, long booking) {
    sql("update seat set booking_id = :booking, hold_id = null, expires_at = null where hold_id ="
            + " :hold")
        .with("booking", booking)
        .with("hold", hold)
        .run();
    run.forEach(this::recount);
  }

  public void prolong(Collection<Slot> run, UUID hold, Instant until) {
    sql("update seat set expires_at = :until where hold_id = :hold")
        .with("until", until)
        .with("hold", hold)
        .run();
    run.forEach(this::recount);
  }

  public void releaseHold(Collection<Slot> run, UUID hold) {
    sql("delete from seat where hold_id = :hold").with("hold", hold).run();
    run.forEach(this::recount);
  }

  public void releaseBooking(Collection<Slot> run, long booking) {
    sql("delete from seat where booking_id = :booking").with("booking", booking).run();
    run.forEach(this::recount);
  }

  public List<Long> slotsOfHold(UUID hold) {
    return ids("select slot_id from seat where hold_id = :owner", hold);
  }

  public List<Long> slotsOfBookings(Collection<Long> bookings) {
    return bookings.isEmpty()
        ? List.of()
        : ids("select distinct slot_id from seat where booking_id in (:owner)", bookings);
  }

  public List<Long> slotsOfBooking(long booking) {
    return ids("select slot_id from seat where booking_id = :owner", booking);
  }

  /** Slots in which a hold has expired by now, for the sweeper; unlocked, at most {@code limit}. */
  public List<Long> slotsWithExpired(Instant now, int limit) {
    return database
        .createQuery("select s.id from Slot s where s.nextExpiry <= :now", Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  private record Taken(int number, @Nullable Instant next) {}

  private void recount(Slot slot) {
    Taken taken =
        sql("select count(*) as number, min(expires_at) as next from seat where slot_id = :slot")
            .with("slot", slot.id())
            .one(Taken.class);
    count(slot, taken.number(), taken.next());
  }

  private void count(Slot slot, int taken, @Nullable Instant next) {
    slot.recount(taken, next);
    sql("update slot set taken = :taken, next_expiry = cast(:next as timestamp with time zone)"
            + " where id = :slot")
        .with("taken", taken)
        .with("next", next)
        .with("slot", slot.id())
        .later();
  }

  private List<Long> ids(String select, Object owner) {
    return sql(select).with("owner", owner).list(Long.class);
  }

  private Sql sql(String statement) {
    return Sql.of(database, statement);
  }
}

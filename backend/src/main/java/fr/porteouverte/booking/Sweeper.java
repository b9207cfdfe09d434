package fr.porteouverte.booking;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Edition;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.slot.SlotMarkSweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tidies up what expired. Nothing waits for it: an expired hold is free for everybody the moment it
 * expires. Several processes may sweep at once.
 */
@ApplicationScoped
public class Sweeper implements Job {
  private static final int BATCH = 200;

  /** How long a repeated request finds its answer, and a hold that was used is known. */
  private static final Duration IDEMPOTENCY = Duration.ofHours(24);

  @Inject Transactions transactions;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject Holds holds;
  @Inject Waitlist waitlist;
  @Inject Idempotency idempotency;
  @Inject NamedLocks namedLocks;
  @Inject Edition edition;
  @Inject SlotMarkSweep marks;
  @Inject Clock clock;

  @Override
  public String name() {
    return "booking-sweep";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofMinutes(5);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    waitlist.passOnExpiredHolds(now);
    int swept;
    do {
      swept = transactions.call(() -> sweepBatch(now));
    } while (swept == BATCH);
    transactions.run(() -> holds.deleteSpent(now));
    transactions.run(() -> idempotency.forgetBefore(now.minus(IDEMPOTENCY)));
    transactions.run(() -> holds.forgetUsedBefore(now.minus(IDEMPOTENCY)));
    transactions.run(namedLocks::sweep);
    transactions.run(edition::sweep);
    transactions.run(marks::run);
  }

  private int sweepBatch(Instant now) {
    List<Long> ids = seats.slotsWithExpired(now, BATCH);
    locks.lock(ids).forEach(slot -> seats.dropExpired(slot, now));
    return ids.size();
  }
}

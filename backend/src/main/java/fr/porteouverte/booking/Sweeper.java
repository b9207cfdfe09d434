package fr.porteouverte.booking;

import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.NamedLocks;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.SlotLocks;
import io.quarkus.scheduler.Scheduled;
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
class Sweeper {
  private static final int BATCH = 200;

  /** How long a repeated request finds its answer. */
  private static final Duration IDEMPOTENCY = Duration.ofHours(24);

  /** They are counted for a local day. */
  private static final Duration OFFERS = Duration.ofDays(2);

  @Inject Transactions transactions;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject Holds holds;
  @Inject EarlierWishes wishes;
  @Inject EarlierOffers offers;
  @Inject EarlierRounds rounds;
  @Inject Idempotency idempotency;
  @Inject NamedLocks namedLocks;
  @Inject Clock clock;

  @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    // Before their seats are gone: afterwards nobody knows that a place was freed.
    rounds.expiredHolds(now);
    int swept;
    do {
      swept = transactions.call(() -> sweepBatch(now));
    } while (swept == BATCH);
    transactions.run(() -> holds.deleteSpent(now));
    transactions.run(() -> idempotency.forgetBefore(now.minus(IDEMPOTENCY)));
    transactions.run(() -> wishes.endPast(now));
    transactions.run(() -> offers.deletePast(now.minus(OFFERS)));
    transactions.run(namedLocks::sweep);
  }

  private int sweepBatch(Instant now) {
    List<Long> ids = seats.slotsWithExpired(now, BATCH);
    locks.lock(ids).forEach(slot -> seats.dropExpired(slot, now));
    return ids.size();
  }
}

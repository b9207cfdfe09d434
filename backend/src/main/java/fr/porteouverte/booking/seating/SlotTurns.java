package fr.porteouverte.booking.seating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * In a rush many want the same slot, whose row only one has at a time. Those of this process wait
 * here for their turn, in their order, and not in the database, where each of them costs. One does
 * what it came for, one waits for the row. No rule hangs on it: whoever waited long goes anyway.
 */
@ApplicationScoped
public class SlotTurns {
  private static final int AT_ONCE = 2;
  private static final int SLOTS = 1024;
  private static final long LONGEST_SECONDS = 5;

  /** Slots that share one only wait for each other. */
  private final Semaphore[] turns =
      Stream.generate(() -> new Semaphore(AT_ONCE, true)).limit(SLOTS).toArray(Semaphore[]::new);

  /**
   * @param work begins a transaction of its own; none is under way
   */
  public <T> T await(long slotId, Supplier<T> work) {
    Semaphore turn = turns[Math.floorMod(slotId, SLOTS)];
    boolean had = had(turn);
    try {
      return work.get();
    } finally {
      if (had) {
        turn.release();
      }
    }
  }

  private static boolean had(Semaphore turn) {
    try {
      return turn.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

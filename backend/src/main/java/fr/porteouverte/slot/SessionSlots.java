package fr.porteouverte.slot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The slots of a session that is called off, or whose partner did not come, or has to leave. */
@ApplicationScoped
class SessionSlots {
  @Inject SlotLocks locks;
  @Inject Seats seats;

  /**
   * Nobody can book in it any more, in the caller's transaction: what is free goes, what somebody
   * has is closed. Who types at the moment keeps a hold that leads nowhere, until it expires.
   *
   * @param from slots that end by then stay
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void close(long sessionId, Instant from, Instant now) {
    List<Slot> slots = locks.lockFresh(locks.ofSession(sessionId, from));
    for (Slot slot : slots) {
      seats.dropExpired(slot, now);
      slot.close();
    }
    locks.dropClosed(slots);
  }
}

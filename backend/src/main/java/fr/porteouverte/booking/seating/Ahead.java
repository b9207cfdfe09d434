package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Soon;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks PostgreSQL in one message, in the order of locks, for what a booking begins with: its key,
 * its slot, what the person has already. Each answer is looked at where it always was; who is
 * refused before one of them has asked it in vain.
 */
@ApplicationScoped
public class Ahead {
  @Inject SlotLocks locks;
  @Inject Quotas quotas;
  @Inject Idempotency idempotency;

  /**
   * What was asked.
   *
   * @param limits empty: they are asked when it is their turn
   */
  public record Asked(
      Idempotency.Claim claim, SlotLocks.Asked slot, Optional<List<Soon<Quotas.Live>>> limits) {}

  /**
   * The first of a transaction.
   *
   * @param visit of one slot
   * @param byStaff nobody asks what they have
   */
  public Asked ask(
      Idempotency.Token token,
      String sequence,
      Visit visit,
      Contact visitor,
      Taker taker,
      boolean byStaff,
      Instant now) {
    Idempotency.Claim claim = idempotency.claim(token, sequence);
    SlotLocks.Asked slot = locks.ahead(visit.slot().id());
    // The locks of an address and a house come before those of a contact.
    boolean limited = !byStaff && !taker.asked();
    return new Asked(
        claim, slot, limited ? Optional.of(quotas.ahead(visit, visitor, now)) : Optional.empty());
  }
}

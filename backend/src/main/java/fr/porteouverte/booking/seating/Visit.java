package fr.porteouverte.booking.seating;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.slot.SlotRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants: a procedure at a permanence, from a slot on. */
public record Visit(SlotRef slot, Permanence permanence, Procedure procedure) {

  /** Whose session it is; null: the house's own clerks hold it. */
  public @Nullable Long partnerId() {
    Partner partner = permanence.partner();
    return partner == null ? null : partner.id();
  }

  /** Consecutive slots it takes. */
  public int slots() {
    return procedure.at(permanence.site().id()).slots(permanence.slotMinutes());
  }

  /** End of its last slot. */
  public Instant end() {
    return slot.start().plus(Duration.ofMinutes((long) slots() * permanence.slotMinutes()));
  }
}

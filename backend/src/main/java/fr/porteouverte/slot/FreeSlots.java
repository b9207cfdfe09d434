package fr.porteouverte.slot;

import fr.porteouverte.procedure.Procedure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Place-holder until the room is built: replaced whole by the calendar's. */
@ApplicationScoped
public class FreeSlots {
  public Map<Long, SlotView> next(Collection<Long> siteIds, Procedure procedure, Instant now) {
    return Map.of();
  }
}

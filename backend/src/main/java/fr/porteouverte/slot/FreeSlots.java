package fr.porteouverte.slot;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Place-holder until the room is built: replaced whole by the calendar's. */
@ApplicationScoped
public class FreeSlots {
  public Map<Long, SlotView> next(Collection<Long> siteIds, Procedure procedure, Instant now) {
    return Map.of();
  }

  public List<SlotView> nearest(Site site, Procedure procedure, Instant around, int limit) {
    return List.of();
  }
}

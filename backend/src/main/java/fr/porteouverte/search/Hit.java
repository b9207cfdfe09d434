package fr.porteouverte.search;

import fr.porteouverte.search.NextWalkIns.WalkIn;
import fr.porteouverte.search.SitePositions.Distant;
import fr.porteouverte.slot.SlotView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A house that was found.
 *
 * @param nextSlot null: none, or no procedure was asked for
 * @param walkIn null: no procedure was asked for
 * @param nextWalkIn null: none soon, or not asked for
 * @param usefulAt null: not asked for
 */
record Hit(
    Distant site,
    @Nullable SlotView nextSlot,
    @Nullable Boolean walkIn,
    @Nullable WalkIn nextWalkIn,
    @Nullable Instant usefulAt) {

  static Hit of(Distant site) {
    return new Hit(site, null, null, null, null);
  }

  static Hit of(Distant site, @Nullable SlotView nextSlot, @Nullable Boolean walkIn) {
    return new Hit(site, nextSlot, walkIn, null, null);
  }
}

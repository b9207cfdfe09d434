package fr.porteouverte.slot;

import com.github.benmanes.caffeine.cache.Caffeine;
import fr.porteouverte.http.KeptPages.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is offered instead of a slot that is taken, to whoever has not logged in. In a rush
 * thousands hear the same no: what else is free is found once, and told again while nothing changed
 * of it, by the rule of the pages of slots ({@link SlotNews}). That the slot is taken is asked each
 * time.
 */
@ApplicationScoped
class KeptNearest {
  private static final int MOST = 10_000;

  @Inject SlotNews news;

  private final Map<Asked, Kept> kept =
      Caffeine.newBuilder().maximumSize(MOST).<Asked, Kept>build().asMap();

  /** What was asked. */
  record Asked(long siteId, long procedureId, Instant around, int limit) {}

  /**
   * @param permanences whose slots were looked at
   * @param until when another answer comes of itself
   */
  record Found(List<SlotView> slots, Set<Long> permanences, Instant until) {}

  private record Kept(List<SlotView> slots, Truth truth) {}

  List<SlotView> nearest(Asked asked, Supplier<Found> find) {
    Kept before = kept.get(asked);
    if (before != null && before.truth().asOf() != null) {
      return before.slots();
    }
    Long round = news.round();
    Found found = find.get();
    Truth truth = news.since(round, found.permanences(), found.until());
    if (truth != null) {
      kept.put(asked, new Kept(found.slots(), truth));
    }
    return found.slots();
  }
}

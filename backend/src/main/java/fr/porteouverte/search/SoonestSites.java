package fr.porteouverte.search;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.search.NextWalkIns.WalkIn;
import fr.porteouverte.search.SitePositions.Distant;
import fr.porteouverte.slot.FreeSlots;
import fr.porteouverte.slot.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The houses where a procedure can be had soonest, each kilometre weighed as some time of waiting:
 * a free slot tomorrow some way off comes before one next month next door, but not before one the
 * day after.
 *
 * <p>Exact without looking at the whole country: from near to far, until even a house where one
 * could come at once would be too far to be among the best.
 */
@ApplicationScoped
class SoonestSites {
  private static final int AT_ONCE = 40;

  /** Where almost nobody serves it, the search is bounded; the nearest are looked at anyway. */
  private static final int MOST = 240;

  private static final Comparator<Weighed> BEST =
      Comparator.comparing(Weighed::weight)
          .thenComparing(weighed -> weighed.hit().site(), Distant.ORDER);

  @Inject SitePositions positions;
  @Inject SitesServing serving;
  @Inject FreeSlots freeSlots;
  @Inject NextWalkIns walkIns;
  @Inject FoundSites found;
  @Inject SearchSettings settings;
  @Inject Clock clock;

  private record Weighed(Hit hit, Instant weight) {}

  /** One page: further down the list nothing is soon. */
  SitePage find(Where from, Procedure procedure, int limit) {
    Instant now = clock.instant();
    LocalDate today = now.atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    Map<Long, Boolean> served = serving.walkIns(procedure.id(), today);
    List<Distant> nearest = positions.nearest(from.place().at(), served.keySet(), null);
    List<Weighed> best = new ArrayList<>();
    for (int start = 0; start < Math.min(nearest.size(), MOST); start += AT_ONCE) {
      if (best.size() == limit
          && !weighed(now, nearest.get(start)).isBefore(best.get(limit - 1).weight())) {
        break;
      }
      List<Distant> some = nearest.subList(start, Math.min(start + AT_ONCE, nearest.size()));
      best.addAll(useful(some, procedure, served, now));
      best.sort(BEST);
      best = new ArrayList<>(best.subList(0, Math.min(limit, best.size())));
    }
    return SitePage.of(from, found.of(best.stream().map(Weighed::hit).toList(), true), null);
  }

  private List<Weighed> useful(
      List<Distant> some, Procedure procedure, Map<Long, Boolean> served, Instant now) {
    List<Long> ids = some.stream().map(Distant::id).toList();
    Map<Long, SlotView> slots = freeSlots.next(ids, procedure, now);
    Map<Long, WalkIn> times =
        walkIns.at(ids.stream().filter(served::get).toList(), procedure.id(), now);
    List<Weighed> useful = new ArrayList<>();
    for (Distant site : some) {
      SlotView slot = slots.get(site.id());
      WalkIn time = times.get(site.id());
      Instant at = sooner(slot, time, now);
      if (at != null) {
        useful.add(
            new Weighed(new Hit(site, slot, served.get(site.id()), time, at), weighed(at, site)));
      }
    }
    return useful;
  }

  private static @Nullable Instant sooner(
      @Nullable SlotView slot, @Nullable WalkIn time, Instant now) {
    Instant booked = slot == null ? null : slot.start().toInstant();
    Instant free = time == null ? null : time.from(now);
    if (booked == null || free == null) {
      return booked == null ? free : booked;
    }
    return booked.isBefore(free) ? booked : free;
  }

  private Instant weighed(Instant at, Distant site) {
    return weighed(at, site.metres(), settings.waitPerKm());
  }

  /** That moment, later by what the way is worth. */
  static Instant weighed(Instant at, int metres, Duration perKm) {
    return at.plus(perKm.multipliedBy(metres).dividedBy(1_000));
  }
}

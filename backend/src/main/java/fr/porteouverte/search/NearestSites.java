package fr.porteouverte.search;

import fr.porteouverte.commune.Point;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.search.SitePositions.Distant;
import fr.porteouverte.slot.FreeSlots;
import fr.porteouverte.slot.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nearest houses, and for a procedure those where it can really be had now. */
@ApplicationScoped
class NearestSites {
  @Inject SitePositions positions;
  @Inject SitesServing serving;
  @Inject FreeSlots freeSlots;
  @Inject FoundSites found;
  @Inject Clock clock;

  /**
   * @param from null: no place was named
   * @param procedure null: any house
   * @param after the last house of the page before; null at the start
   */
  SitePage find(
      @Nullable Where from, @Nullable Procedure procedure, int limit, @Nullable Distant after) {
    Point point = from == null ? null : from.place().at();
    List<Hit> hits =
        procedure == null
            ? any(positions.nearest(point, null, after), limit)
            : serving(point, procedure, limit, after);
    String next = hits.size() > limit ? Cursor.encode(hits.get(limit - 1).site().position()) : null;
    List<Hit> shown = hits.subList(0, Math.min(limit, hits.size()));
    return SitePage.of(from, found.of(shown, from != null), next);
  }

  private static List<Hit> any(List<Distant> nearest, int limit) {
    return nearest.stream().limit(limit + 1L).map(Hit::of).toList();
  }

  /** One more than the limit tells that there is a next page. */
  private List<Hit> serving(
      @Nullable Point from, Procedure procedure, int limit, @Nullable Distant after) {
    Instant now = clock.instant();
    // West of every house: nobody's permanence is taken for over too early.
    LocalDate today = now.atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    Map<Long, Boolean> walkIns = serving.walkIns(procedure.id(), today);
    List<Distant> nearest = positions.nearest(from, walkIns.keySet(), after);
    List<Hit> hits = new ArrayList<>();
    // Usually one round: a house that is fully booked is left out, so a page may need more of them.
    int batch = Math.max(20, limit + 1);
    for (int start = 0; start < nearest.size() && hits.size() <= limit; start += batch) {
      List<Distant> some = nearest.subList(start, Math.min(start + batch, nearest.size()));
      Map<Long, SlotView> next =
          freeSlots.next(some.stream().map(Distant::id).toList(), procedure, now);
      some.stream()
          .map(site -> Hit.of(site, next.get(site.id()), walkIns.get(site.id())))
          .filter(hit -> hit.nextSlot() != null || Boolean.TRUE.equals(hit.walkIn()))
          .forEach(hits::add);
    }
    return hits;
  }
}

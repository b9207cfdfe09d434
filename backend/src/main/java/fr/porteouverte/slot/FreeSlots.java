package fr.porteouverte.slot;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Edition;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.permanence.BookingWindow;
import fr.porteouverte.permanence.Offer;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.slot.FreeRows.Part;
import fr.porteouverte.slot.FreeRows.Range;
import fr.porteouverte.slot.FreeRows.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked now: open, not past, within notice and horizon, with a place in every row that
 * the procedure takes. Reads only.
 */
@ApplicationScoped
public class FreeSlots {
  private static final Comparator<FreeRow> BY_START =
      Comparator.comparing(FreeRow::start).thenComparing(FreeRow::id);

  @Inject Permanences permanences;
  @Inject FreeRows rows;
  @Inject KeptNearest known;
  @Inject Access access;
  @Inject Edition edition;
  @Inject Clock clock;

  /**
   * @param from first local day of the house
   * @param to the day after the last one
   * @param cursor of the page before; null at the start
   */
  public Listed list(
      Site site,
      Procedure procedure,
      LocalDate from,
      LocalDate to,
      @Nullable String cursor,
      int limit) {
    Instant now = clock.instant();
    ZoneId zone = site.zone();
    SlotPosition after = SlotPosition.read(Cursor.decode(cursor));
    Instant first = later(from.atStartOfDay(zone).toInstant(), after.start());
    Instant before = to.atStartOfDay(zone).toInstant();
    Map<Long, Offer> offers = offersAt(site, procedure);
    List<FreeRow> found =
        rows.list(
            offers.values().stream()
                .map(
                    offer ->
                        // One for the next page, one for the cursor's own row.
                        new Part(
                            within(offer, first, before, now),
                            new Wanted(run(offer, procedure), now, who(offer)),
                            false,
                            limit + 2))
                .toList());
    List<SlotView> page =
        found.stream()
            .filter(after::isBefore)
            .sorted(BY_START)
            .limit(limit + 1L)
            .map(row -> view(row, offers, procedure))
            .toList();
    return new Listed(
        Page.of(page, limit, SlotPosition::of),
        offers.keySet(),
        until(found, offers, BookingWindow.dayAfter(now, zone)));
  }

  /**
   * A page, and what it depends on.
   *
   * @param permanences whose slots were looked at
   * @param until when another answer comes of itself: a slot begins too soon to be booked, or a day
   *     more may be
   */
  public record Listed(Page<SlotView> page, Set<Long> permanences, Instant until) {}

  private static Instant until(List<FreeRow> found, Map<Long, Offer> offers, Instant midnight) {
    return found.stream()
        .map(row -> row.start().minus(offer(row, offers).notice()))
        .filter(midnight::isAfter)
        .min(Comparator.naturalOrder())
        .orElse(midnight);
  }

  /** The free slots nearest in time at a house, the nearest first. */
  public List<SlotView> nearest(Site site, Procedure procedure, Instant around, int limit) {
    if (!access.isAnonymous()) {
      return nearest(offersAt(site, procedure), this::who, procedure, around, limit).slots();
    }
    return known.nearest(
        new KeptNearest.Asked(site.id(), procedure.id(), around, limit),
        () -> nearest(offersAt(site, procedure), any -> Booker.anybody, procedure, around, limit));
  }

  /** The same for anybody: there need be no request, and nobody's rights count. */
  public List<SlotView> nearestForAll(Site site, Procedure procedure, Instant around, int limit) {
    return nearest(
            offers(List.of(site.id()), procedure), any -> Booker.anybody, procedure, around, limit)
        .slots();
  }

  private KeptNearest.Found nearest(
      Map<Long, Offer> offers,
      Function<Offer, Booker> who,
      Procedure procedure,
      Instant around,
      int limit) {
    Instant now = clock.instant();
    List<Part> parts = new ArrayList<>();
    for (Offer offer : offers.values()) {
      Wanted wanted = new Wanted(run(offer, procedure), now, who.apply(offer));
      parts.add(new Part(within(offer, around, Instant.MAX, now), wanted, false, limit));
      parts.add(new Part(within(offer, Instant.MIN, around, now), wanted, true, limit));
    }
    List<FreeRow> found = rows.list(parts);
    Instant midnight =
        offers.values().stream()
            .map(offer -> BookingWindow.dayAfter(now, offer.zone()))
            .min(Comparator.naturalOrder())
            .orElse(now);
    return new KeptNearest.Found(
        found.stream()
            .sorted(
                Comparator.<FreeRow, Duration>comparing(
                        row -> Duration.between(around, row.start()).abs())
                    .thenComparing(BY_START))
            .limit(limit)
            .map(row -> view(row, offers, procedure))
            .toList(),
        offers.keySet(),
        until(found, offers, midnight));
  }

  /** The next free slot of each house that has one. */
  public Map<Long, SlotView> next(Collection<Long> siteIds, Procedure procedure, Instant now) {
    Map<Long, Offer> offers = offers(siteIds, procedure);
    // As a rule one group: permanences of one procedure have slots of one length.
    Map<Integer, List<Offer>> byRun =
        offers.values().stream()
            .collect(
                Collectors.groupingBy(
                    offer -> run(offer, procedure), TreeMap::new, Collectors.toList()));
    Map<Long, FreeRow> best = new HashMap<>();
    byRun.forEach(
        (run, group) -> {
          List<Range> ranges =
              group.stream().map(o -> within(o, Instant.MIN, Instant.MAX, now)).toList();
          for (FreeRow row : rows.first(ranges, new Wanted(run, now, Booker.anybody))) {
            best.merge(
                offer(row, offers).siteId(), row, (a, b) -> BY_START.compare(a, b) <= 0 ? a : b);
          }
        });
    Map<Long, SlotView> next = new HashMap<>();
    best.forEach((site, row) -> next.put(site, view(row, offers, procedure)));
    return next;
  }

  /** The slot, if the procedure can start there now. */
  public Optional<SlotView> one(long slotId, Procedure procedure, Instant now) {
    return permanences
        .offer(rows.permanence(slotId), procedure.id())
        .flatMap(
            offer ->
                rows
                    .one(
                        slotId,
                        within(offer, Instant.MIN, Instant.MAX, now),
                        new Wanted(run(offer, procedure), now, Booker.anybody))
                    .stream()
                    .findFirst()
                    .map(row -> view(row, offer, procedure)));
  }

  /** Staff of the house, and the partner in its own permanences, need no notice. */
  private Map<Long, Offer> offersAt(Site site, Procedure procedure) {
    Map<Long, Offer> offers = offers(List.of(site.id()), procedure);
    offers.replaceAll((id, offer) -> who(offer) == Booker.staff ? offer.withoutNotice() : offer);
    return offers;
  }

  private Booker who(Offer offer) {
    return Booker.of(!access.isAnonymous() && access.actsFor(offer.siteId(), offer.partnerId()));
  }

  private Map<Long, Offer> offers(Collection<Long> siteIds, Procedure procedure) {
    if (siteIds.size() == 1) {
      long site = siteIds.iterator().next();
      Map<Long, List<Offer>> here =
          edition.get(new OffersAt(site), () -> permanences.offersAt(site));
      return byPermanence(here.getOrDefault(procedure.id(), List.of()));
    }
    return siteIds.isEmpty() ? Map.of() : byPermanence(permanences.offers(siteIds, procedure.id()));
  }

  /**
   * What is remembered of a house: all its procedures together. A nation has ten times as many
   * pairs as it has houses, and each would push another out.
   */
  private record OffersAt(long siteId) {}

  private static Map<Long, Offer> byPermanence(List<Offer> offers) {
    return offers.stream().collect(Collectors.toMap(Offer::permanenceId, Function.identity()));
  }

  private static int run(Offer offer, Procedure procedure) {
    return procedure.at(offer.siteId()).slots(offer.slotMinutes());
  }

  private static Range within(Offer offer, Instant from, Instant before, Instant now) {
    BookingWindow window = offer.window(now);
    return new Range(
        offer.permanenceId(),
        later(window.earliest(), from),
        before.isBefore(window.latest()) ? before : window.latest());
  }

  private static Instant later(Instant a, @Nullable Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }

  private static SlotView view(FreeRow row, Map<Long, Offer> offers, Procedure procedure) {
    return view(row, offer(row, offers), procedure);
  }

  private static Offer offer(FreeRow row, Map<Long, Offer> offers) {
    return Objects.requireNonNull(offers.get(row.permanenceId()));
  }

  private static SlotView view(FreeRow row, Offer offer, Procedure procedure) {
    Duration length = Duration.ofMinutes((long) offer.slotMinutes() * run(offer, procedure));
    return new SlotView(
        Ids.of(row.id()),
        Ids.of(offer.siteId()),
        offer.partnerId() == null ? null : Ids.of(offer.partnerId()),
        Ids.of(procedure.id()),
        row.start().atZone(offer.zone()).toOffsetDateTime(),
        row.start().plus(length).atZone(offer.zone()).toOffsetDateTime(),
        row.capacity(),
        row.remaining());
  }
}

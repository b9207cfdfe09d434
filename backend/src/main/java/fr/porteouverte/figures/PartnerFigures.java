package fr.porteouverte.figures;

import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.database.Sql;
import fr.porteouverte.figures.PartnerFiguresView.HouseView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a partner's permanences did, from the days that are counted, and today as it stands. Whole:
 * whose visits they were its agents know from their own lists.
 */
@ApplicationScoped
class PartnerFigures {
  private static final List<Figure> SHEETS =
      List.of(
          Figure.sessions,
          Figure.notices,
          Figure.fates,
          Figure.leads,
          Figure.reminders,
          Figure.bookers,
          Figure.procedures,
          Figure.results,
          Figure.papers,
          Figure.documents,
          Figure.waits);

  /** Days in one statement. */
  private static final int AT_ONCE = 100;

  /** Days that are not counted for so long wait for the roll-up, as at a first start. */
  private static final int LATE = 3;

  @Inject EntityManager database;
  @Inject RegisterNames registers;

  /**
   * Whose figures, and where the caller sees them.
   *
   * @param partner one of those whom the caller acts for
   */
  record Own(long partner, PartnerReach reach) {}

  private record Row(Long siteId, String figure, String detail, Long number) {
    Counted counted(long partner) {
      return new Counted(partner, figure, detail, number);
    }
  }

  private record Behind(Long siteId, LocalDate localDate, String zone) {}

  private record Live(long siteId, long partnerId, String figure, String detail, long number) {}

  private record House(Long id, String name, String department) {}

  PartnerFiguresView of(Own own, Period period, Instant now) {
    Period before = period.before();
    Map<Long, Counts> houses = byHouse(own, period, now);
    Counts counts = sum(houses);
    Counts old = sum(byHouse(own, before, now));
    Names names = registers.read(Set.of());
    return new PartnerFiguresView(
        period.from(),
        period.to(),
        before.from(),
        before.to(),
        SummaryView.of(counts),
        SummaryView.of(old),
        SHEETS.stream().map(figure -> SheetView.of(figure, counts, old, names)).toList(),
        views(houses));
  }

  private Map<Long, Counts> byHouse(Own own, Period period, Instant now) {
    Map<Long, Counts> houses = new HashMap<>();
    LocalDate first = period.from();
    Sql.of(
            database,
            "select site_id, figure, detail, sum(number) as number from figure_day where partner_id"
                + " = :partner and local_date >= :from and local_date < :to group by site_id,"
                + " figure, detail")
        .with("partner", own.partner())
        .with("from", first)
        .with("to", period.to())
        .list(Row.class)
        .stream()
        .filter(row -> own.reach().covers(row.siteId()))
        .forEach(
            row ->
                houses
                    .computeIfAbsent(row.siteId(), id -> new Counts())
                    .add(row.counted(own.partner())));
    List<LocalDay> days = uncounted(own, period, now);
    for (int at = 0; at < days.size(); at += AT_ONCE) {
      live(days.subList(at, Math.min(at + AT_ONCE, days.size())), own, houses, now);
    }
    return houses;
  }

  /** Today above all, and yesterday until it is counted: where the partner has a session then. */
  private List<LocalDay> uncounted(Own own, Period period, Instant now) {
    return Sql.of(
            database,
            "select distinct n.site_id, n.local_date, s.zone from session n join permanence p on p.id"
                + " = n.permanence_id join site s on s.id = n.site_id left join figure_house h on"
                + " h.site_id = n.site_id where p.partner_id = :partner and n.local_date >= :from"
                + " and n.local_date < :to and n.local_date >= :latest and (h.site_id is null or"
                + " n.local_date >= h.counted_until) order by n.site_id, n.local_date")
        .with("partner", own.partner())
        .with("from", period.from())
        .with("to", period.to())
        .with("latest", now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(LATE))
        .list(Behind.class)
        .stream()
        .filter(one -> own.reach().covers(one.siteId()))
        .map(one -> new LocalDay(one.siteId(), one.localDate(), ZoneId.of(one.zone())))
        .filter(day -> !day.from().isAfter(now))
        .toList();
  }

  private void live(List<LocalDay> some, Own own, Map<Long, Counts> houses, Instant now) {
    LiveDays days = new LiveDays(some);
    DayCounts.each(database, "", days.words(), now)
        .flatMap(sql -> days.bind(sql).list(Live.class).stream())
        .filter(row -> row.partnerId() == own.partner())
        .forEach(
            row ->
                houses
                    .computeIfAbsent(row.siteId(), id -> new Counts())
                    .add(new Counted(row.partnerId(), row.figure(), row.detail(), row.number())));
  }

  private static Counts sum(Map<Long, Counts> houses) {
    Counts sum = new Counts();
    houses.values().forEach(sum::add);
    return sum;
  }

  private List<HouseView> views(Map<Long, Counts> houses) {
    if (houses.isEmpty()) {
      return List.of();
    }
    List<HouseView> views = new ArrayList<>();
    Sql.of(database, "select id, name, department from site where id in (:ids)")
        .with("ids", houses.keySet())
        .list(House.class)
        .forEach(house -> views.add(view(house, houses.getOrDefault(house.id(), new Counts()))));
    views.sort(
        Comparator.comparing((HouseView one) -> -one.halfDaysLost())
            .thenComparing(HouseView::name)
            .thenComparing(HouseView::id));
    return views;
  }

  private static HouseView view(House house, Counts counts) {
    return new HouseView(
        house.id().toString(),
        house.name(),
        house.department(),
        counts.sum("session") - counts.of("session", "upcoming"),
        counts.of("session", "held") + counts.of("session", "stopped"),
        counts.sum("lost"),
        counts.of("places", "offered"),
        counts.of("places", "taken"),
        counts.of("fate", "attended"),
        counts.of("fate", "absent"),
        counts.visits(),
        counts.sum("noted"),
        counts.of("noted", "complete"),
        counts.median());
  }
}

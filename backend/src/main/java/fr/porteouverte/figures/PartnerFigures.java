package fr.porteouverte.figures;

import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.database.Sql;
import fr.porteouverte.figures.PartnerFiguresView.HouseView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a partner's permanences did, from the days that are counted. Whole: whose visits they were
 * its agents know from their own lists.
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

  @Inject EntityManager database;
  @Inject RegisterNames registers;

  private record Row(Long siteId, String figure, String detail, Long number) {
    Counted counted(long partner) {
      return new Counted(partner, figure, detail, number);
    }
  }

  private record House(Long id, String name, String department) {}

  PartnerFiguresView of(PartnerReach reach, Period period) {
    Period before = period.before();
    Map<Long, Counts> houses = byHouse(reach, period);
    Counts counts = sum(houses);
    Counts old = sum(byHouse(reach, before));
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

  private Map<Long, Counts> byHouse(PartnerReach reach, Period period) {
    Map<Long, Counts> houses = new HashMap<>();
    LocalDate first = period.from();
    Sql.of(
            database,
            "select site_id, figure, detail, sum(number) as number from figure_day where partner_id"
                + " = :partner and local_date >= :from and local_date < :to group by site_id,"
                + " figure, detail")
        .with("partner", reach.partner())
        .with("from", first)
        .with("to", period.to())
        .list(Row.class)
        .stream()
        .filter(row -> reach.covers(row.siteId()))
        .forEach(
            row ->
                houses
                    .computeIfAbsent(row.siteId(), id -> new Counts())
                    .add(row.counted(reach.partner())));
    return houses;
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

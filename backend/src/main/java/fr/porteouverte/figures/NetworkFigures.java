package fr.porteouverte.figures;

import fr.porteouverte.figures.AreaTallies.House;
import fr.porteouverte.figures.NetworkFiguresView.MonthView;
import fr.porteouverte.figures.NetworkFiguresView.PlaceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What many houses did, for who looks at them from outside. Whole months that are over, for from
 * two spans that overlap somebody could subtract a single day.
 */
@ApplicationScoped
class NetworkFigures {
  /** A median or a share of fewer would tell of persons. */
  private static final int ENOUGH_WAITS = 20;

  @Inject AreaTallies tallies;
  @Inject RegisterNames registers;

  /**
   * @param department null: the whole country
   */
  NetworkFiguresView of(Period period, @Nullable String department) {
    Period old = period.before();
    Counts counts = tallies.sum(period, department);
    Counts before = tallies.sum(old, department);
    Names names =
        registers.read(
            Stream.of(counts, before).flatMap(c -> c.of("commune").keySet().stream()).toList());
    Map<LocalDate, Counts> months = tallies.months(period, department);
    Map<String, Counts> places = places(period, department);
    Map<String, Counts> oldPlaces = places(old, department);
    Set<String> hidden = Secrets.of(counts, names, months, places).hidden();
    // As when it is looked at itself: two ways of hiding would tell together.
    Set<String> oldHidden =
        Secrets.of(before, names, tallies.months(old, department), oldPlaces).hidden();
    Map<String, House> houses = department == null ? Map.of() : tallies.houses(department);
    return new NetworkFiguresView(
        period.from(),
        period.to(),
        old.from(),
        old.to(),
        department,
        Secrets.summary(counts, hidden),
        Secrets.summary(before, oldHidden),
        Arrays.stream(Figure.values())
            .filter(Secrets::shown)
            .map(
                figure ->
                    Secrets.sheet(SheetView.of(figure, counts, before, names), hidden, oldHidden))
            .toList(),
        months.entrySet().stream()
            .map(
                one ->
                    new MonthView(
                        one.getKey(),
                        Secrets.said("months/" + one.getKey(), one.getValue().visits(), hidden)))
            .toList(),
        places.entrySet().stream()
            .map(
                one ->
                    place(
                        one.getKey(),
                        houses.get(one.getKey()),
                        one.getValue(),
                        Secrets.said("place/" + one.getKey(), one.getValue().visits(), hidden),
                        Secrets.said(
                            "place/" + one.getKey(),
                            oldPlaces.getOrDefault(one.getKey(), new Counts()).visits(),
                            oldHidden)))
            .sorted(
                Comparator.comparing((PlaceView one) -> one.visits() == null ? 1 : -one.visits())
                    .thenComparing(PlaceView::name)
                    .thenComparing(PlaceView::id))
            .toList());
  }

  private Map<String, Counts> places(Period period, @Nullable String department) {
    return department == null ? tallies.departments(period) : tallies.houses(period, department);
  }

  private static PlaceView place(
      String id,
      @Nullable House house,
      Counts counts,
      @Nullable Long visits,
      @Nullable Long before) {
    boolean enough = counts.waits() >= ENOUGH_WAITS;
    return new PlaceView(
        id,
        house == null ? id : house.name(),
        house == null ? null : Double.valueOf(house.latitude()),
        house == null ? null : Double.valueOf(house.longitude()),
        visits,
        before,
        enough ? counts.median() : null,
        enough ? Secrets.percent(counts.inTime(), counts.waits()) : null,
        counts.sum("session") - counts.of("session", "upcoming"),
        counts.of("session", "held") + counts.of("session", "stopped"),
        counts.visits() == 0 && counts.sum("session") == 0);
  }
}

package fr.porteouverte.figures;

import fr.porteouverte.figures.FiguresView.CommuneView;
import fr.porteouverte.figures.FiguresView.DayView;
import fr.porteouverte.figures.Sheets.Part;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a house did, whole: its own people may know each number. In the caller's transaction. */
@ApplicationScoped
class HouseFigures {
  @Inject Tallies tallies;
  @Inject RegisterNames registers;
  @Inject OpeningWeek opening;
  @Inject EventEffects events;

  FiguresView of(Site site, Period period, Instant now) {
    Period before = period.before();
    Map<LocalDate, Counts> days = byDay(site, new Period(before.from(), period.to()), now);
    Counts counts = sum(days, period);
    Counts old = sum(days, before);
    Names names = names(site, days.values());
    return new FiguresView(
        period.from(),
        period.to(),
        before.from(),
        before.to(),
        SummaryView.of(counts),
        SummaryView.of(old),
        Arrays.stream(Figure.values())
            .map(figure -> SheetView.of(figure, counts, old, names))
            .toList(),
        days(site, period, days, now),
        communes(names),
        opening.of(site.id()),
        events.of(site, period, now));
  }

  SheetView sheet(Site site, Period period, Figure figure, Instant now) {
    Period before = period.before();
    Map<LocalDate, Counts> days = byDay(site, new Period(before.from(), period.to()), now);
    return SheetView.of(figure, sum(days, period), sum(days, before), names(site, days.values()));
  }

  /** The days behind one number: each is counted as the whole is. */
  FigureDaysView behind(Site site, Period period, Figure figure, String key, Instant now) {
    Map<LocalDate, Counts> days = byDay(site, period, now);
    Names names = names(site, days.values());
    List<DayView> found = new ArrayList<>();
    days.forEach(
        (date, counts) -> {
          Part part = Sheets.of(figure, counts, names).get(key);
          if (part != null && (part.number() > 0 || part.of() != null)) {
            found.add(new DayView(date, part.number(), part.of(), null));
          }
        });
    return new FigureDaysView(figure, key, names.of(figure, key), found);
  }

  private Names names(Site site, Collection<Counts> days) {
    Set<String> communes = new TreeSet<>();
    days.forEach(counts -> communes.addAll(counts.of("commune").keySet()));
    return registers.read(site, communes);
  }

  private static List<CommuneView> communes(Names names) {
    List<CommuneView> found = new ArrayList<>();
    new TreeMap<>(names.communes())
        .forEach(
            (insee, commune) -> {
              Names.Point at = commune.at();
              if (at != null) {
                found.add(new CommuneView(insee, at.latitude(), at.longitude(), at.km()));
              }
            });
    return found;
  }

  private Map<LocalDate, Counts> byDay(Site site, Period period, Instant now) {
    Map<LocalDate, Counts> days = new TreeMap<>();
    for (Tallies.OfDay one : tallies.days(site, period.from(), period.to(), now)) {
      days.computeIfAbsent(one.localDate(), date -> new Counts()).add(one.counted());
    }
    return days;
  }

  private static Counts sum(Map<LocalDate, Counts> days, Period period) {
    Counts sum = new Counts();
    days.forEach(
        (date, counts) -> {
          if (period.has(date)) {
            sum.add(counts);
          }
        });
    return sum;
  }

  private static List<DayView> days(
      Site site, Period period, Map<LocalDate, Counts> counted, Instant now) {
    LocalDate tomorrow = now.atZone(site.zone()).toLocalDate().plusDays(1);
    LocalDate end = tomorrow.isBefore(period.to()) ? tomorrow : period.to();
    if (!period.from().isBefore(end)) {
      return List.of();
    }
    return period
        .from()
        .datesUntil(end)
        .map(
            date -> {
              Counts counts = counted.getOrDefault(date, new Counts());
              return new DayView(date, counts.visits(), null, counts.median());
            })
        .toList();
  }
}

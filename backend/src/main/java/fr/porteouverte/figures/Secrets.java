package fr.porteouverte.figures;

import fr.porteouverte.figures.SheetView.RowView;
import fr.porteouverte.figures.Sheets.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which numbers of an answer are sums of which others, so that {@link Masking} can hide some. */
final class Secrets {
  /** How many permanences there were is no number of people. */
  private static final Set<Figure> OF_NOBODY =
      EnumSet.of(Figure.sessions, Figure.partnerSessions, Figure.notices, Figure.lost);

  /** They need a house from which to measure, or tell of nobody's visits. */
  private static final Set<Figure> NOT_SHOWN = EnumSet.of(Figure.distances, Figure.places);

  /** Rows of these are all visits. */
  private static final Set<Figure> OF_VISITS =
      EnumSet.of(Figure.partners, Figure.hosts, Figure.origins, Figure.channels);

  private static final Map<Figure, String> TOTALS =
      Map.of(
          Figure.waits,
          "waits",
          Figure.fates,
          "appointments",
          Figure.gone,
          "gone",
          Figure.results,
          "noted",
          Figure.papers,
          "papersMissing");

  private Secrets() {}

  static boolean shown(Figure figure) {
    return !NOT_SHOWN.contains(figure);
  }

  static Masking of(
      Counts counts, Names names, Map<LocalDate, Counts> months, Map<String, Counts> places) {
    Masking masking = new Masking().cell("visits", counts.visits());
    Map<Figure, List<String>> rows = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      if (shown(figure) && !OF_NOBODY.contains(figure)) {
        rows.put(figure, rows(figure, counts, names, masking));
      }
    }
    rows.forEach((figure, parts) -> masking.sum(total(figure), parts));
    sum(masking, "visits", rows.get(Figure.procedures));
    byTheme(counts, names, masking);
    byPartner(counts, names, masking);
    masking.sum("known", List.of("fates/attended", "fates/absent"));
    masking.sum("solved", List.of("results/solved", "results/autonomous"));
    masking.sum("shortWaits", List.of("waits/0", "waits/5", "waits/10", "waits/15"));
    masking.sum("longWaits", List.of("waits/20", "waits/30", "waits/45", "waits/60"));
    masking.sum("waits", List.of("shortWaits", "longWaits"));
    for (Figure figure : List.of(Figure.leads, Figure.reminders)) {
      List<String> parts = rows.getOrDefault(figure, List.of());
      sum(masking, "fates/absent", parts);
      sum(masking, "known", parts.stream().map(part -> part + "/of").toList());
    }
    sum(masking, "visits", cells(masking, "months", months));
    sum(masking, "visits", cells(masking, "place", places));
    return masking;
  }

  private static String total(Figure figure) {
    return OF_VISITS.contains(figure) ? "visits" : TOTALS.getOrDefault(figure, figure.name());
  }

  /** Where they are that, today. */
  private static void sum(Masking masking, String total, @Nullable List<String> parts) {
    if (parts != null && !parts.isEmpty() && masking.adds(total, parts)) {
      masking.sum(total, parts);
    }
  }

  private static <K> List<String> cells(Masking masking, String name, Map<K, Counts> counts) {
    List<String> cells = new ArrayList<>();
    counts.forEach(
        (key, one) -> {
          masking.cell(name + "/" + key, one.visits());
          cells.add(name + "/" + key);
        });
    return cells;
  }

  private static List<String> rows(Figure figure, Counts counts, Names names, Masking masking) {
    Map<String, Part> parts = new HashMap<>(Sheets.of(figure, counts, names));
    figure.rows().keySet().forEach(key -> parts.putIfAbsent(key, Part.NONE));
    List<String> rows = new ArrayList<>();
    parts.forEach(
        (key, part) -> {
          String name = figure + "/" + key;
          rows.add(name);
          masking.cell(name, part.number());
          long of = part.of() == null ? part.number() : part.of();
          masking.cell(name + "/of", of).cell(name + "/rest", of - part.number());
          masking.sum(name + "/of", List.of(name, name + "/rest"));
          if (figure == Figure.papers) {
            masking.sum("procedures/" + key, List.of(name + "/of"));
          }
        });
    return rows;
  }

  private static void byTheme(Counts counts, Names names, Masking masking) {
    Map<String, List<String>> themes = new HashMap<>();
    counts
        .of("procedure")
        .keySet()
        .forEach(
            id ->
                themes
                    .computeIfAbsent(names.themeOf(id), theme -> new ArrayList<>())
                    .add("procedures/" + id));
    themes.forEach((theme, parts) -> masking.sum("themes/" + theme, parts));
  }

  /** A partner's visits are those for its procedures, unless somebody noted another one. */
  private static void byPartner(Counts counts, Names names, Masking masking) {
    Map<String, List<String>> partners = new HashMap<>();
    counts
        .of("procedure")
        .keySet()
        .forEach(
            id ->
                partners
                    .computeIfAbsent(names.partnerOf(id), partner -> new ArrayList<>())
                    .add("procedures/" + id));
    partners.forEach(
        (partner, parts) -> {
          if (counts.of("subject").containsKey(partner)) {
            sum(masking, "partners/" + partner, parts);
          }
        });
  }

  /**
   * @return percent; null: one of both parts would tell of a few
   */
  static @Nullable Integer percent(long part, long of) {
    return few(part) || few(of - part) ? null : Integer.valueOf((int) (100 * part / of));
  }

  private static boolean few(long number) {
    return number > 0 && number < Masking.LEAST;
  }

  static @Nullable Long said(String name, long number, Set<String> hidden) {
    return hidden.contains(name) ? null : Long.valueOf(number);
  }

  static SheetView sheet(SheetView sheet, Set<String> hidden, Set<String> oldHidden) {
    if (OF_NOBODY.contains(sheet.figure())) {
      return sheet;
    }
    return new SheetView(
        sheet.figure(),
        sheet.title(),
        sheet.rows().stream()
            .map(
                row -> {
                  String name = sheet.figure() + "/" + row.key();
                  return new RowView(
                      row.key(),
                      row.name(),
                      hidden.contains(name) ? null : row.number(),
                      hidden.contains(name + "/of") ? null : row.of(),
                      oldHidden.contains(name) ? null : row.before(),
                      oldHidden.contains(name + "/of") ? null : row.beforeOf());
                })
            .sorted(order(sheet.figure()))
            .toList());
  }

  /** Rows that stand by their numbers would tell a hidden one by its place: those come last. */
  private static Comparator<RowView> order(Figure figure) {
    return figure == Figure.load || !figure.rows().isEmpty()
        ? (one, other) -> 0
        : Comparator.comparing((RowView one) -> one.number() == null ? 1 : -one.number())
            .thenComparing(one -> one.name().fr())
            .thenComparing(RowView::key);
  }

  static SummaryView summary(Counts counts, Set<String> hidden) {
    SummaryView whole = SummaryView.of(counts);
    return new SummaryView(
        said("visits", counts.visits(), hidden),
        said("waits", counts.waits(), hidden),
        counts.waits() < 4 * Masking.LEAST ? null : whole.medianWait(),
        said("shortWaits", counts.inTime(), hidden),
        said("gone", counts.sum("gone"), hidden),
        said("calls", counts.sum("call"), hidden),
        said("appointments", counts.sum("fate"), hidden),
        said("fates/attended", counts.of("fate", "attended"), hidden),
        said("fates/absent", counts.of("fate", "absent"), hidden),
        whole.sessions(),
        whole.sessionsHeld(),
        null,
        null,
        said("solved", counts.of("result", "solved") + counts.of("result", "autonomous"), hidden),
        said("noted", counts.sum("result"), hidden),
        said("papersMissing", counts.sum("papers"), hidden));
  }
}

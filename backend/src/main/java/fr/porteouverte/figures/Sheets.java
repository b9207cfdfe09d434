package fr.porteouverte.figures;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of each table of figures, from what was counted. Plain: everything is given. */
final class Sheets {
  /** Bands of waits, by their first minute. */
  private static final int[] BANDS = {0, 5, 10, 15, 20, 30, 45, 60};

  private Sheets() {}

  /**
   * @param of of how many it is a part; null: of none
   */
  record Part(long number, @Nullable Long of) {
    static final Part NONE = new Part(0, null);

    Part and(Part other) {
      return new Part(
          number + other.number,
          of == null || other.of == null ? null : Long.valueOf(of + other.of));
    }
  }

  /** Rows with a number, or with something of which it is a part. */
  static Map<String, Part> of(Figure figure, Counts counts, Names names) {
    return switch (figure) {
      case partners -> plain(counts.of("subject"));
      case themes -> renamed(counts.of("procedure"), names::themeOf);
      case procedures -> plain(counts.of("procedure"));
      case hosts -> plain(counts.of("host"));
      case calls -> plain(counts.of("call"));
      case origins -> plain(counts.of("origin"));
      case waits -> renamed(counts.of("wait"), Sheets::band);
      case load -> plain(counts.of("load"));
      case gone -> plain(counts.of("gone"));
      case results -> plain(counts.of("result"));
      case papers -> papers(counts);
      case channels -> plain(counts.of("channel"));
      case documents -> plain(counts.of("document"));
      case helps -> plain(counts.of("help"));
      case ages -> plain(counts.of("age"));
      case communes -> plain(counts.of("commune"));
      case distances -> renamed(counts.of("commune"), names::distanceOf);
      case fates -> plain(counts.of("fate"));
      case leads -> absences(counts.of("lead"));
      case reminders -> absences(counts.of("reminder"));
      case bookers -> plain(counts.of("booker"));
      case cancelled -> plain(counts.of("cancelled"));
      case sessions -> plain(counts.of("session"));
      case partnerSessions -> held(counts.of("sessionOf"));
      case notices -> plain(counts.of("notice"));
      case lost -> plain(counts.of("lostOf"));
      case places -> filled(counts.of("placesOf"));
    };
  }

  private interface Renaming {
    String of(String detail);
  }

  private static Map<String, Part> renamed(Map<String, Long> counted, Renaming name) {
    Map<String, Part> rows = new TreeMap<>();
    counted.forEach((detail, n) -> rows.merge(name.of(detail), new Part(n, null), Part::and));
    return rows;
  }

  private static Map<String, Part> plain(Map<String, Long> counted) {
    return renamed(counted, detail -> detail);
  }

  private static String band(String minute) {
    int minutes = Integer.parseInt(minute);
    int first = 0;
    for (int band : BANDS) {
      first = minutes >= band ? band : first;
    }
    return Integer.toString(first);
  }

  /** Of the visits for a procedure those that lacked papers. */
  private static Map<String, Part> papers(Counts counts) {
    Map<String, Part> rows = new TreeMap<>();
    counts
        .of("papers")
        .forEach((id, number) -> rows.put(id, new Part(number, counts.of("procedure", id))));
    return rows;
  }

  /** Of those who came or did not come the latter: what nobody noted tells nothing. */
  private static Map<String, Part> absences(Map<String, Long> counted) {
    return pairs(
        counted,
        (fate, n) ->
            switch (fate) {
              case "absent" -> new Part(n, n);
              case "attended" -> new Part(0, n);
              default -> new Part(0, 0L);
            });
  }

  private static Map<String, Part> held(Map<String, Long> counted) {
    return pairs(
        counted,
        (fate, n) ->
            switch (fate) {
              case "held", "stopped" -> new Part(n, n);
              case "upcoming" -> new Part(0, 0L);
              default -> new Part(0, n);
            });
  }

  private static Map<String, Part> filled(Map<String, Long> counted) {
    return pairs(counted, (what, n) -> what.equals("taken") ? new Part(n, 0L) : new Part(0, n));
  }

  private interface Share {
    Part of(String kind, long number);
  }

  /** Details of two words: the row's key, and what of it. */
  private static Map<String, Part> pairs(Map<String, Long> counted, Share share) {
    Map<String, Part> rows = new TreeMap<>();
    counted.forEach(
        (detail, n) -> {
          int colon = detail.indexOf(':');
          rows.merge(
              detail.substring(0, colon), share.of(detail.substring(colon + 1), n), Part::and);
        });
    return rows;
  }
}

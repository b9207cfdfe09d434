package fr.porteouverte.queue.order;

import java.util.List;

/**
 * What kind of house is simulated. Times are minutes of the day, lengths are minutes.
 *
 * @param desks its counters
 * @param peaks people without an appointment per hour, by time of the day
 * @param errands what they come for
 * @param appointments at the house's own counters or at the partner's
 * @param priority share of walk-ins that have it
 * @param absent share of those called who do not come
 * @param giveUp share that leaves before its call, after some time
 * @param pause longest time from a visit's end to the next call
 */
record HouseKind(
    String name,
    List<Desk> desks,
    List<Peak> peaks,
    List<Errand> errands,
    List<Appointments> appointments,
    double priority,
    double absent,
    double giveUp,
    double pause) {

  /**
   * @param host 0: the house; else its partner
   * @param spans when it is open; a visit that has begun is ended
   */
  record Desk(int host, List<Span> spans) {}

  record Span(double from, double to) {}

  record Peak(double from, double to, int host, double perHour) {}

  /**
   * @param planned minutes in the catalogue
   * @param mean what it really takes
   * @param spread standard deviation over mean
   */
  record Errand(long id, int host, int planned, double mean, double spread, double share) {}

  /**
   * @param every minutes between two of them
   * @param taken share of the slots that are booked
   * @param noShow share that never comes
   * @param punctuality spread of the coming, around a little before the time
   */
  record Appointments(
      int host,
      double from,
      double to,
      double every,
      double taken,
      double noShow,
      double punctuality) {}

  static final double NINE = 540;
  static final double NOON = 720;

  private static final List<Errand> ORDINARY =
      List.of(
          new Errand(1, 0, 10, 9, 0.6, 0.35),
          new Errand(2, 0, 15, 18, 0.7, 0.35),
          new Errand(3, 0, 20, 17, 0.5, 0.2),
          new Errand(4, 0, 30, 34, 0.6, 0.1));

  private static Desk desk(int host, double... times) {
    List<Span> spans = new java.util.ArrayList<>();
    for (int i = 0; i < times.length; i += 2) {
      spans.add(new Span(times[i], times[i + 1]));
    }
    return new Desk(host, spans);
  }

  /** Two counters, some fifty people, a rush in the morning. */
  static final HouseKind TWO_COUNTERS =
      new HouseKind(
          "two counters",
          List.of(desk(0, 540, 1020), desk(0, 540, 1020)),
          List.of(
              new Peak(535, 550, 0, 24),
              new Peak(550, 690, 0, 7.5),
              new Peak(690, 840, 0, 4.5),
              new Peak(840, 990, 0, 7)),
          ORDINARY,
          List.of(),
          0.05,
          0.03,
          0.03,
          1);

  /** Half of them with an appointment at the house's own counters. */
  static final HouseKind APPOINTMENTS =
      new HouseKind(
          "appointments",
          List.of(desk(0, 540, 1020), desk(0, 540, 1020)),
          List.of(new Peak(540, 700, 0, 5), new Peak(700, 990, 0, 3)),
          ORDINARY,
          List.of(new Appointments(0, 540, 960, 20, 0.85, 0.12, 5)),
          0.05,
          0.02,
          0.02,
          2);

  /** One clerk alone who goes to lunch once the line is empty, and a partner beside. */
  static final HouseKind ONE_CLERK =
      new HouseKind(
          "one clerk and a partner",
          List.of(desk(0, 540, 1020), desk(1, 555, 1000)),
          List.of(
              new Peak(535, 545, 0, 18), new Peak(545, 990, 0, 2.8), new Peak(560, 900, 1, 0.8)),
          List.of(
              new Errand(1, 0, 10, 10, 0.8, 0.5),
              new Errand(2, 0, 20, 24, 0.7, 0.5),
              new Errand(5, 1, 30, 27, 0.5, 1)),
          List.of(new Appointments(1, 570, 900, 30, 0.7, 0.15, 6)),
          0.08,
          0.03,
          0.02,
          3);

  /** Three counters, one of them late, with staggered lunches. */
  static final HouseKind THREE_COUNTERS =
      new HouseKind(
          "three counters, one late, staggered lunches",
          List.of(desk(0, 540, 720, 765, 1020), desk(0, 540, 765, 810, 1020), desk(0, 600, 1020)),
          List.of(new Peak(535, 550, 0, 20), new Peak(550, 720, 0, 9), new Peak(720, 990, 0, 8)),
          ORDINARY,
          List.of(new Appointments(0, 600, 900, 30, 0.8, 0.1, 5)),
          0.05,
          0.03,
          0.03,
          1.5);

  /** The counters close for lunch, whoever waits. */
  static final HouseKind CLOSED_AT_NOON =
      new HouseKind(
          "closed at noon",
          List.of(desk(0, 540, 720, 810, 1020), desk(0, 540, 720, 810, 1020)),
          List.of(
              new Peak(535, 550, 0, 20),
              new Peak(550, 690, 0, 7.5),
              new Peak(790, 815, 0, 14),
              new Peak(815, 990, 0, 7.5)),
          ORDINARY,
          List.of(),
          0.05,
          0.03,
          0.03,
          1);

  static final List<HouseKind> ALL =
      List.of(TWO_COUNTERS, APPOINTMENTS, ONE_CLERK, THREE_COUNTERS, CLOSED_AT_NOON);
}

package fr.porteouverte.queue.order;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What a house's past visits teach of its waits. */
public record Experience(ServiceTimes times, Habits habits, Breaks breaks) {

  /**
   * @param past the newest visits, today's too
   */
  public static Experience of(
      List<PastVisit> past, Habits.Turnout turnout, LocalDate today, ZoneId zone) {
    return new Experience(
        new ServiceTimes(past), new Habits(past, turnout), new Breaks(past, today, zone));
  }
}

package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.figures.FiguresView.OpeningView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalTime;
import java.util.List;

/** The hours that a house publishes, against what the label France services asks of it. */
@ApplicationScoped
class OpeningWeek {
  private static final int LEAST_MINUTES = 24 * 60;
  private static final int LEAST_DAYS = 5;

  @Inject EntityManager database;

  /** A range of a weekday. */
  record Range(int weekday, LocalTime fromTime, LocalTime toTime) {}

  OpeningView of(long siteId) {
    return check(
        Sql.of(
                database,
                "select weekday, from_time, to_time from opening_range where site_id = :site order by"
                    + " weekday, from_time")
            .with("site", siteId)
            .list(Range.class));
  }

  /**
   * @param ranges by weekday and begin; what overlaps counts once
   */
  static OpeningView check(List<Range> ranges) {
    int minutes = 0;
    int weekday = 0;
    int until = 0;
    for (Range range : ranges) {
      if (range.weekday() != weekday) {
        weekday = range.weekday();
        until = 0;
      }
      int from = Math.max(until, range.fromTime().toSecondOfDay() / 60);
      int to = (int) Math.round(range.toTime().toSecondOfDay() / 60.0);
      minutes += Math.max(0, to - from);
      until = Math.max(until, to);
    }
    int days = (int) ranges.stream().map(Range::weekday).distinct().count();
    return new OpeningView(minutes, days, minutes >= LEAST_MINUTES && days >= LEAST_DAYS);
  }
}

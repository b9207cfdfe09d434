package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Days of houses, in the place of a table of days. */
record LiveDays(List<LocalDay> days) {

  static LiveDays of(Site site, List<LocalDate> dates) {
    return new LiveDays(
        dates.stream().map(date -> new LocalDay(site.id(), date, site.zone())).toList());
  }

  String words() {
    return IntStream.range(0, days.size())
        .mapToObj(
            i ->
                ("(cast(:site%1$d as bigint), cast(:date%1$d as date), cast(:from%1$d as timestamp"
                        + " with time zone), cast(:before%1$d as timestamp with time zone))")
                    .formatted(i))
        .collect(
            Collectors.joining(
                ", ", "(select * from (values ", ") k (site_id, local_date, from_at, before_at))"));
  }

  Sql bind(Sql sql) {
    for (int i = 0; i < days.size(); i++) {
      LocalDay day = days.get(i);
      sql.with("site" + i, day.siteId())
          .with("date" + i, day.date())
          .with("from" + i, day.from())
          .with("before" + i, day.before());
    }
    return sql;
  }
}

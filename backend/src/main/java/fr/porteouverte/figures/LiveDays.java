package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Days of a house in a row, in the place of a table of days. */
record LiveDays(Site site, List<LocalDate> dates) {

  String words() {
    return IntStream.range(0, dates.size())
        .mapToObj(
            i ->
                ("select cast(:site as bigint) as site_id, cast(:date%1$d as date) as local_date,"
                        + " cast(:from%1$d as timestamp with time zone) as from_at, cast(:from%2$d"
                        + " as timestamp with time zone) as before_at")
                    .formatted(i, i + 1))
        .collect(Collectors.joining(" union all ", "(", ")"));
  }

  Sql bind(Sql sql) {
    sql.with("site", site.id());
    for (int i = 0; i < dates.size(); i++) {
      sql.with("date" + i, dates.get(i));
      sql.with("from" + i, dates.get(i).atStartOfDay(site.zone()).toInstant());
    }
    LocalDate after = dates.get(dates.size() - 1).plusDays(1);
    return sql.with("from" + dates.size(), after.atStartOfDay(site.zone()).toInstant());
  }
}

package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what was counted of a house; what is not counted yet, today above all, is counted in the
 * same words at this moment.
 */
@ApplicationScoped
class Tallies {
  /** So that a statement stays short. */
  private static final int AT_ONCE = 100;

  @Inject EntityManager database;

  /** A number of one day. */
  record OfDay(LocalDate localDate, long partnerId, String figure, String detail, long number) {
    Counted counted() {
      return new Counted(partnerId, figure, detail, number);
    }
  }

  /**
   * @param before the day after the last one
   */
  List<OfDay> days(Site site, LocalDate from, LocalDate before, Instant now) {
    LocalDate until = countedUntil(site.id());
    List<OfDay> all =
        new ArrayList<>(
            Sql.of(
                    database,
                    "select local_date, partner_id, figure, detail, number from figure_day where"
                        + " site_id = :site and local_date >= :from and local_date < :before")
                .with("site", site.id())
                .with("from", from)
                .with("before", until.isBefore(before) ? until : before)
                .list(OfDay.class));
    LocalDate tomorrow = now.atZone(site.zone()).toLocalDate().plusDays(1);
    LocalDate end = tomorrow.isBefore(before) ? tomorrow : before;
    LocalDate start = until.isBefore(from) ? from : until;
    if (start.isBefore(end)) {
      for (LocalDate day = start; day.isBefore(end); day = day.plusDays(AT_ONCE)) {
        LocalDate stop = day.plusDays(AT_ONCE);
        all.addAll(live(site, day.datesUntil(stop.isBefore(end) ? stop : end).toList(), now));
      }
    }
    return all;
  }

  private LocalDate countedUntil(long siteId) {
    return Sql.of(database, "select counted_until from figure_house where site_id = :site")
        .with("site", siteId)
        .first(LocalDate.class)
        .orElse(LocalDate.EPOCH);
  }

  private List<OfDay> live(Site site, List<LocalDate> dates, Instant now) {
    LiveDays days = LiveDays.of(site, dates);
    return DayCounts.each(database, "", days.words(), now)
        .flatMap(sql -> days.bind(sql).list(OfDay.class).stream())
        .toList();
  }
}

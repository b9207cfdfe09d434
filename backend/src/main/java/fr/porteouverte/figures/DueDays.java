package fr.porteouverte.figures;

import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days of which houses are over and not counted yet. In the caller's transaction. */
@ApplicationScoped
class DueDays {
  @Inject EntityManager database;

  /** Days of a house in a row, and the day after the last one. */
  record Due(long siteId, List<LocalDay> days, LocalDate until) {}

  /** A house that lies in another department than its figures say. */
  record Moved(long siteId, String old, String department) {}

  private record Behind(Long siteId, String zone, LocalDate countedUntil) {}

  private record New(
      Long siteId,
      String department,
      String zone,
      @Nullable Instant booked,
      @Nullable LocalDate came,
      @Nullable LocalDate held,
      @Nullable LocalDate noted) {

    /** Its first day with anything to count; without any, today. */
    List<Object> row(Instant now) {
      ZoneId where = ZoneId.of(zone);
      LocalDate first = now.atZone(where).toLocalDate();
      if (booked != null) {
        first = earlier(first, booked.atZone(where).toLocalDate());
      }
      first = earlier(earlier(earlier(first, came), held), noted);
      return List.of(siteId, department, first);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
      return other != null && other.isBefore(one) ? other : one;
    }
  }

  void enterHouses(Instant now) {
    Batch.on(database)
        .run(
            "insert into figure_house (site_id, department, counted_until) values (?, ?, ?)",
            Sql.of(
                    database,
                    "select s.id as site_id, s.department, s.zone, (select min(b.start_at) from"
                        + " booking b where b.site_id = s.id) as booked, (select min(t.local_date)"
                        + " from ticket t where t.site_id = s.id) as came, (select"
                        + " min(n.local_date) from session n where n.site_id = s.id) as held, (select min(a.local_date) from attendance a where a.site_id = s.id) as noted from"
                        + " site s where not exists (select 1 from figure_house h where h.site_id ="
                        + " s.id)")
                .list(New.class),
            one -> one.row(now));
  }

  /** At most so many days; those of a house go on where they stopped. */
  List<Due> some(Instant now, int most) {
    List<Due> some = new ArrayList<>();
    int left = most;
    for (Behind house : behind(now)) {
      ZoneId zone = ZoneId.of(house.zone());
      LocalDate today = now.atZone(zone).toLocalDate();
      List<LocalDay> days = new ArrayList<>();
      LocalDate day = house.countedUntil();
      for (; day.isBefore(today) && left > 0; left--, day = day.plusDays(1)) {
        days.add(new LocalDay(house.siteId(), day, zone));
      }
      if (!days.isEmpty()) {
        some.add(new Due(house.siteId(), days, day));
      }
    }
    return some;
  }

  private List<Behind> behind(Instant now) {
    return Sql.of(
            database,
            "select h.site_id, s.zone, h.counted_until from figure_house h join site s on s.id ="
                + " h.site_id where h.counted_until < :latest order by h.counted_until, h.site_id")
        .with("latest", now.atZone(ZoneId.of("+14:00")).toLocalDate())
        .list(Behind.class);
  }

  void counted(long siteId, LocalDate until) {
    Sql.of(database, "update figure_house set counted_until = :until where site_id = :site")
        .with("until", until)
        .with("site", siteId)
        .run();
  }

  List<Moved> moved() {
    return Sql.of(
            database,
            "select h.site_id, h.department as old, s.department from figure_house h join site s on"
                + " s.id = h.site_id where s.department <> h.department")
        .list(Moved.class);
  }

  void moveTo(long siteId, String department) {
    Sql.of(database, "update figure_house set department = :department where site_id = :site")
        .with("department", department)
        .with("site", siteId)
        .run();
  }
}

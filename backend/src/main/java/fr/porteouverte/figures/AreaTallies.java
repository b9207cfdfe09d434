package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what was added up of many houses: whole months of departments. */
@ApplicationScoped
class AreaTallies {
  /** What a place is compared by. */
  private static final String COMPARED = "('origin', 'wait', 'session', 'fate')";

  @Inject EntityManager database;

  /** Numbers of one place or month. */
  private record Row(String place, Long partnerId, String figure, String detail, Long number) {
    Counted counted() {
      return new Counted(partnerId, figure, detail, number);
    }
  }

  /** A house and where it stands. */
  record House(String id, String name, double latitude, double longitude) {}

  /**
   * @param department null: all; then without the communes, of which there are 35,000
   */
  Counts sum(Period period, @Nullable String department) {
    Counts counts = new Counts();
    rows(
            "select '' as place, partner_id, figure, detail, sum(number) as number from figure_area"
                + " where local_month >= :from and local_month < :to"
                + (department == null
                    ? " and figure <> 'commune'"
                    : " and department = :department")
                + " group by partner_id, figure, detail",
            period,
            department)
        .forEach(row -> counts.add(row.counted()));
    return counts;
  }

  /** By month, its first day. */
  Map<LocalDate, Counts> months(Period period, @Nullable String department) {
    Map<LocalDate, Counts> months = new TreeMap<>();
    rows(
            "select cast(local_month as varchar) as place, 0 as partner_id, figure, detail,"
                + " sum(number) as number from figure_area where figure = 'origin' and local_month"
                + " >= :from and local_month < :to"
                + (department == null ? "" : " and department = :department")
                + " group by local_month, figure, detail",
            period,
            department)
        .forEach(
            row ->
                months
                    .computeIfAbsent(
                        LocalDate.parse(row.place().substring(0, 10)), month -> new Counts())
                    .add(row.counted()));
    return months;
  }

  /** Departments with a house. */
  Map<String, Counts> departments(Period period) {
    Map<String, Counts> places = new TreeMap<>();
    Sql.of(
            database,
            "select distinct department from site where archived_at is null order by department")
        .list(String.class)
        .forEach(one -> places.put(one, new Counts()));
    rows(
            "select department as place, 0 as partner_id, figure, detail, sum(number) as number"
                + " from figure_area where figure in "
                + COMPARED
                + " and local_month >= :from and local_month < :to group by department, figure,"
                + " detail",
            period,
            null)
        .forEach(
            row -> places.computeIfAbsent(row.place(), one -> new Counts()).add(row.counted()));
    return places;
  }

  /** Houses of a department by id, those with nothing to count, too. */
  Map<String, Counts> houses(Period period, String department) {
    Map<String, Counts> places = new TreeMap<>();
    houses(department).forEach((id, house) -> places.put(id, new Counts()));
    rows(
            "select cast(f.site_id as varchar) as place, 0 as partner_id, f.figure, f.detail,"
                + " sum(f.number) as number from figure_month f join figure_house h on h.site_id ="
                + " f.site_id where h.department = :department and f.figure in "
                + COMPARED
                + " and f.local_month >= :from and f.local_month < :to group by f.site_id,"
                + " f.figure, f.detail",
            period,
            department)
        .forEach(
            row -> places.computeIfAbsent(row.place(), one -> new Counts()).add(row.counted()));
    return places;
  }

  Map<String, House> houses(String department) {
    Map<String, House> houses = new LinkedHashMap<>();
    Sql.of(
            database,
            "select cast(id as varchar) as id, name, latitude, longitude from site where department = :department and"
                + " archived_at is null order by name, id")
        .with("department", department)
        .list(House.class)
        .forEach(one -> houses.put(one.id(), one));
    return houses;
  }

  private List<Row> rows(String select, Period period, @Nullable String department) {
    Sql sql = Sql.of(database, select).with("from", period.from()).with("to", period.to());
    return (department == null ? sql : sql.with("department", department)).list(Row.class);
  }
}

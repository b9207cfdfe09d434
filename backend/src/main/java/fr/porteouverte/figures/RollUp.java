package fr.porteouverte.figures;

import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts days that are over, and again those of which something changed. Whoever does it has the
 * one row of {@code figure_run}: of several processes one counts, the others wait and find nothing
 * left. A day that is counted twice is the same.
 */
@ApplicationScoped
class RollUp {
  /** A change is looked for again for as long as a transaction may have kept it to itself. */
  static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int DAYS_AT_ONCE = 6_000;

  private static final String OF_THE_WORK =
      " where exists (select 1 from figure_work w where w.site_id = f.site_id and ";

  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject ChangedDays changed;
  @Inject DueDays due;
  @Inject Clock clock;

  /** All that is due; everything, when it was counted in another way before. */
  void run() {
    if (transactions.call(this::countedOtherwise)) {
      forget();
    }
    transactions.run(this::countChanged);
    while (transactions.call(this::countOver)) {
      // Each round is committed: what is stopped in between goes on from there.
    }
  }

  /** Throws all figures away; the next run counts them anew. */
  void forget() {
    transactions.run(
        () -> {
          for (String table :
              List.of("figure_day", "figure_month", "figure_area", "figure_house", "figure_run")) {
            Sql.of(database, "delete from " + table).run();
          }
        });
  }

  private boolean countedOtherwise() {
    return Sql.of(database, "select way from figure_run")
        .first(Integer.class)
        .filter(way -> way != DayCounts.WAY)
        .isPresent();
  }

  private void countChanged() {
    Instant now = clock.instant();
    Instant since = lock(now);
    Set<LocalDay> days = changed.since(since, now);
    count(days, now);
    Set<String> departments = new HashSet<>();
    due.moved()
        .forEach(
            one -> {
              departments.add(one.old());
              departments.add(one.department());
              due.moveTo(one.siteId(), one.department());
            });
    departments.forEach(this::addUpAll);
    Sql.of(database, "update figure_run set looked_until = :until")
        .with("until", now.minus(OVERLAP))
        .run();
  }

  /**
   * @return whether there may be more
   */
  private boolean countOver() {
    Instant now = clock.instant();
    lock(now);
    due.enterHouses(now);
    List<DueDays.Due> some = due.some(now, DAYS_AT_ONCE);
    count(some.stream().flatMap(one -> one.days().stream()).toList(), now);
    some.forEach(one -> due.counted(one.siteId(), one.until()));
    return !some.isEmpty();
  }

  private Instant lock(Instant now) {
    Sql.of(
            database,
            "insert into figure_run (id, looked_until, way) values (1, :now, :way) on conflict do"
                + " nothing")
        .with("now", now)
        .with("way", DayCounts.WAY)
        .run();
    return Sql.of(database, "select looked_until from figure_run where id = 1 for update")
        .one(Instant.class);
  }

  private void count(Collection<LocalDay> days, Instant now) {
    if (days.isEmpty()) {
      return;
    }
    Batch.on(database)
        .run(
            "insert into figure_work (site_id, local_date, from_at, before_at, local_month,"
                + " next_month) values (?, ?, ?, ?, ?, ?)",
            days,
            LocalDay::row);
    run("delete from figure_day f" + OF_THE_WORK + "w.local_date = f.local_date)");
    DayCounts.each(
            database,
            "insert into figure_day (site_id, local_date, partner_id, figure, detail, number) ",
            "figure_work",
            now)
        .forEach(Sql::run);
    run("delete from figure_month f" + OF_THE_WORK + "w.local_month = f.local_month)");
    run(
        "insert into figure_month (site_id, local_month, partner_id, figure, detail, number) select"
            + " w.site_id, w.local_month, f.partner_id, f.figure, f.detail, sum(f.number) from"
            + " (select distinct site_id, local_month, next_month from figure_work) w join figure_day"
            + " f on f.site_id = w.site_id and f.local_date >= w.local_month and f.local_date <"
            + " w.next_month group by w.site_id, w.local_month, f.partner_id, f.figure, f.detail");
    String areas =
        "(select distinct h.department, w.local_month from figure_work w join figure_house h on"
            + " h.site_id = w.site_id) a";
    run(
        "delete from figure_area f where exists (select 1 from "
            + areas
            + " where a.department = f.department and a.local_month = f.local_month)");
    run(addUp(areas));
    run("delete from figure_work");
  }

  private static String addUp(String areas) {
    return "insert into figure_area (department, local_month, partner_id, figure, detail, number)"
        + " select a.department, a.local_month, f.partner_id, f.figure, f.detail, sum(f.number) from "
        + areas
        + " join figure_house h on h.department = a.department join figure_month f on f.site_id ="
        + " h.site_id and f.local_month = a.local_month group by a.department, a.local_month,"
        + " f.partner_id, f.figure, f.detail";
  }

  private void addUpAll(String department) {
    Sql.of(database, "delete from figure_area where department = :department")
        .with("department", department)
        .run();
    Sql.of(
            database,
            addUp(
                "(select distinct h.department, f.local_month from figure_house h join figure_month f"
                    + " on f.site_id = h.site_id where h.department = :department) a"))
        .with("department", department)
        .run();
  }

  private void run(String statement) {
    Sql.of(database, statement).run();
  }
}

package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole country on PostgreSQL, measured, in {@code backend/}: {@code mvn test-compile
 * surefire:test@postgresql -Dtest=FiguresSpeedTest -Dfigures.speed=true}. One day of 2,845 houses
 * with 27 visits each (10 million in a year of 130 days like it) is counted; a year of months is
 * asked for.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "figures.speed", matches = "true")
class FiguresSpeedTest extends ApiTest {
  private static final Logger LOG = Logger.getLogger(FiguresSpeedTest.class);
  private static final int HOUSES = 2_845;
  private static final int VISITS = 27;

  @Inject Timetable timetable;
  @Inject RollUp rollUp;

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_day_of_the_country_takes_seconds_and_a_year_is_told_within_one() {
    Site site = fixtures.site("Moyaux");
    Partner caf = fixtures.partner("caf");
    for (int i = 0; i < 40; i++) {
      fixtures.procedure("p" + i, caf, 30);
    }
    fixtures.agent("anne", AgentRole.admin);
    clock.set(Instant.parse("2026-12-02T08:00:00Z"));
    houses(site.id());
    long tickets = day();
    timetable.change(
        "insert into figure_house (site_id, department, counted_until) select id, department, date"
            + " '2026-12-01' from site");
    months();
    timetable.change("analyze");
    Duration counted = time(rollUp::run);
    assertThat(
            timetable.number(
                "select sum(number) from figure_day where figure = 'origin'"
                    + " and local_date = date '2026-12-01'"))
        .isEqualTo(tickets);
    Duration first = time(() -> year(""));
    Duration country = time(() -> year(""));
    Duration department = time(() -> year("&department=14"));
    LOG.infof(
        "figures: %d tickets of one day of %d houses counted in %d ms (months of %d rows, areas of"
            + " %d rows added up); a year of the country in %d ms (first %d ms), of a department in"
            + " %d ms",
        tickets,
        timetable.number("select count(*) from site"),
        counted.toMillis(),
        timetable.number("select count(*) from figure_month"),
        timetable.number("select count(*) from figure_area"),
        country.toMillis(),
        first.toMillis(),
        department.toMillis());
    assertThat(country).isLessThan(Duration.ofSeconds(1));
  }

  private void year(String where) {
    api().get("/network-figures?from=2025-12-01&to=2026-12-01" + where).then().statusCode(200);
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Like the one there is, in 101 departments. */
  private void houses(long like) {
    timetable.change(
        ("insert into site (name, street, postcode, commune, insee, department, latitude,"
                + " longitude, zone, holiday_zone, kind, takes_appointments) select 'Maison ' || i,"
                + " street, postcode, commune, insee, lpad((1 + mod(i, 101))::varchar, 2, '0'),"
                + " latitude, longitude, zone, holiday_zone, kind, true from site, generate_series(2,"
                + " %d) i where id = %d")
            .formatted(HOUSES, like));
  }

  private long day() {
    timetable.change(
        ("insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
                + " procedure_id, arrived_at, called_at, started_at, ended_at, calls, priority,"
                + " version) select s.id || '-' || i, s.id, date '2026-12-01', 'A', i, 'done',"
                + " 'walkIn', (select min(id) from procedure) + mod(i * 7, 40), timestamptz"
                + " '2026-12-01 09:00:00+01' + i * interval '15 minutes', timestamptz '2026-12-01"
                + " 09:00:00+01' + i * interval '15 minutes' + mod(i * s.id, 40) * interval '1"
                + " minute', null, null, 1, false, 1 from site s, generate_series(1, %d) i")
            .formatted(VISITS));
    timetable.change(
        "insert into queue_event (site_id, seq, ticket_id, kind, at, recorded_at, actor, origin,"
            + " undone) select site_id, number, id, 'called', called_at, called_at, 'x', 'counter',"
            + " false from ticket");
    return timetable.number("select count(*) from ticket");
  }

  /** Of a year: 30 minutes of waits, 100 half-hours, 40 procedures and 20 others for each house. */
  private void months() {
    timetable.change(
        "insert into figure_month (site_id, local_month, partner_id, figure, detail, number) select"
            + " s.id, m::date, 0, k.figure, k.detail, 7 from site s, generate_series(timestamp"
            + " '2025-12-01', timestamp '2026-11-01', interval '1 month') m, (select 'wait' as"
            + " figure, i::varchar as detail from generate_series(0, 29) i union all select 'load',"
            + " (1 + mod(i, 5)) || '-' || (16 + i / 5) from generate_series(0, 99) i union all"
            + " select 'procedure', ((select min(id) from procedure) + i)::varchar from"
            + " generate_series(0, 39) i union all select 'origin', 'walkIn' union all select"
            + " 'commune', (14000 + mod(i, 999))::varchar from generate_series(1, 20) i) k");
    timetable.change(
        "insert into figure_area (department, local_month, partner_id, figure, detail, number)"
            + " select h.department, f.local_month, p, f.figure, f.detail, sum(f.number) from"
            + " figure_month f join figure_house h on h.site_id = f.site_id, generate_series(0, 3)"
            + " p group by h.department, f.local_month, p, f.figure, f.detail");
  }
}

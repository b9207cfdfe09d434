package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.visitor.EraseVisitors;
import fr.porteouverte.database.Sql;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days drawn by lot in a house of Calvados and one of Réunion, over both clock changes: the roll-up
 * says of each what plain Java says, and goes on saying it.
 */
@QuarkusTest
class FiguresPropertiesTest extends ApiTest {
  @Inject EntityManager database;
  @Inject Timetable timetable;
  @Inject RollUp rollUp;
  @Inject Tallies tallies;
  @Inject EraseVisitors eraseVisitors;

  private List<Site> houses;
  private RandomDays days;

  private void play(long seed, LocalDate first) {
    houses = List.of(fixtures.site("Moyaux"), fixtures.site("Cilaos", "974", -21.1, 55.5));
    assertThat(houses.get(1).zone().getId()).isEqualTo("Indian/Reunion");
    Partner caf = fixtures.partner("caf");
    Partner travail = fixtures.partner("france-travail");
    List<Procedure> procedures =
        List.of(fixtures.procedure("rsa", caf, 30), fixtures.procedure("emploi", travail, 30));
    fixtures.agentOf(caf, RandomDays.SOPHIE, "Sophie", null);
    fixtures.agent(RandomDays.CLAIRE, AgentRole.clerk, houses.get(0));
    days = new RandomDays(seed, database, procedures, documents(), caf, travail);
    QuarkusTransaction.requiringNew().run(() -> days.play(houses, first, 5));
    clock.set(first.plusDays(40).atStartOfDay(houses.get(0).zone()).toInstant());
  }

  private List<Long> documents() {
    for (String code : List.of("lease", "payslip")) {
      timetable.change(
          "insert into document (code, label_fr, label_en) values ('%1$s', '%1$s', '%1$s')"
              .formatted(code));
    }
    long last = timetable.number("select max(id) from document");
    return List.of(last - 1, last);
  }

  private record Row(
      Long siteId, LocalDate localDate, Long partnerId, String figure, String detail, Long number) {
    String key() {
      return PlainFigures.key(siteId, localDate, partnerId, figure, detail);
    }
  }

  private Map<String, Long> rolled() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Map<String, Long> all = new TreeMap<>();
              Sql.of(
                      database,
                      "select site_id, local_date, partner_id, figure, detail, number from"
                          + " figure_day where number <> 0")
                  .list(Row.class)
                  .forEach(row -> all.put(row.key(), row.number()));
              return all;
            });
  }

  private Map<String, Long> live(Instant now) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Map<String, Long> all = new TreeMap<>();
              for (Site house : houses) {
                LocalDate from = now.atZone(house.zone()).toLocalDate().minusDays(45);
                for (Tallies.OfDay one : tallies.days(house, from, from.plusDays(90), now)) {
                  if (one.number() != 0) {
                    all.put(
                        PlainFigures.key(
                            house.id(),
                            one.localDate(),
                            one.partnerId(),
                            one.figure(),
                            one.detail()),
                        one.number());
                  }
                }
              }
              return all;
            });
  }

  @ParameterizedTest
  @CsvSource({"1, 2026-03-27", "2, 2026-10-23", "3, 2026-01-30", "4, 2026-10-24", "5, 2026-12-30"})
  void every_figure_is_what_plain_java_counts(long seed, LocalDate first) {
    play(seed, first);
    Map<String, Long> plain = PlainFigures.of(days, clock.now());
    assertThat(plain).hasSizeGreaterThan(150);
    assertThat(live(clock.now())).isEqualTo(plain);

    rollUp.run();
    assertThat(rolled()).isEqualTo(plain);
    assertThat(live(clock.now())).isEqualTo(plain);
    addedUp(plain);

    clock.advance(Duration.ofDays(3));
    QuarkusTransaction.requiringNew().run(() -> days.correct(clock.now()));
    Map<String, Long> corrected = PlainFigures.of(days, clock.now());
    assertThat(corrected).isNotEqualTo(plain);
    rollUp.run();
    assertThat(rolled()).isEqualTo(corrected);
    addedUp(corrected);

    rollUp.run();
    assertThat(rolled()).isEqualTo(corrected);
    rollUp.forget();
    rollUp.run();
    assertThat(rolled()).isEqualTo(corrected);
    addedUp(corrected);

    clock.advance(Duration.ofDays(400));
    eraseVisitors.run();
    rollUp.forget();
    rollUp.run();
    assertThat(rolled()).isEqualTo(corrected);
  }

  @Test
  void two_processes_that_count_at_once_count_once() {
    play(6, LocalDate.of(2026, 3, 27));
    Together.run(Collections.nCopies(4, Executors.callable(rollUp::run)));
    assertThat(rolled()).isEqualTo(PlainFigures.of(days, clock.now()));
  }

  @Test
  void a_house_that_is_in_another_department_takes_its_figures_along() {
    play(7, LocalDate.of(2026, 3, 27));
    rollUp.run();
    timetable.change("update site set department = '61' where id = " + houses.get(0).id());
    rollUp.run();
    assertThat(timetable.number("select count(*) from figure_area where department = '14'"))
        .isZero();
    addedUp(PlainFigures.of(days, clock.now()));
  }

  /** Months and departments say the same as the days, whole. */
  private void addedUp(Map<String, Long> plain) {
    long sum = plain.values().stream().mapToLong(Long::longValue).sum();
    for (String table : List.of("figure_day", "figure_month", "figure_area")) {
      assertThat(timetable.number("select sum(number) from " + table)).as(table).isEqualTo(sum);
    }
    Map<String, Long> byMonth = new HashMap<>();
    plain.forEach(
        (key, number) -> byMonth.merge(key.split(" ")[1].substring(0, 7), number, Long::sum));
    byMonth.forEach(
        (month, number) ->
            assertThat(
                    timetable.number(
                        "select sum(number) from figure_area where local_month = date '"
                            + month
                            + "-01'"))
                .isEqualTo(number));
  }
}

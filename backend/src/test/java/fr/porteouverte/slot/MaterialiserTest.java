package fr.porteouverte.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.PermanenceFixture;
import fr.porteouverte.support.SlotSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class MaterialiserTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");

  /** Mondays to Fridays up to 25 February, without Christmas and New Year's Day. */
  private static final int MORNINGS = 67;

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Inject EntityManager database;
  @Inject Materialiser materialiser;
  @Inject SlotSql slots;

  private Site site;
  private PermanenceFixture mornings;

  @BeforeEach
  void aHouseWithAPartner() {
    site = fixtures.site("Sées");
    Partner partner = fixtures.partner("caf");
    Procedure procedure = fixtures.procedure("rsa", partner, 30);
    mornings = fixtures.permanence(site, partner, procedure);
  }

  @Test
  void thirteen_weeks_of_rows_are_made_and_a_second_run_changes_nothing() {
    Permanence permanence = mornings.saved();
    assertThat(materialiser.ahead()).isEqualTo(1);
    List<Instant> made = slots.starts(permanence, "1 = 1");
    assertThat(slots.count("session")).isEqualTo(MORNINGS);
    assertThat(made).hasSize(MORNINGS * 6).startsWith(NINE);

    assertThat(materialiser.ahead()).isZero();
    again(permanence);
    assertThat(slots.starts(permanence, "1 = 1")).isEqualTo(made);
  }

  @Test
  void the_window_moves_on() {
    Permanence permanence = mornings.materialised();
    Instant last = slots.starts(permanence, "1 = 1").get(MORNINGS * 6 - 1);
    clock.advance(Duration.ofDays(2));
    assertThat(materialiser.ahead()).isEqualTo(1);
    assertThat(slots.starts(permanence, "1 = 1"))
        .hasSize((MORNINGS + 1) * 6)
        .contains(last, last.plus(Duration.ofDays(1)));
  }

  @Test
  void walk_in_makes_sessions_without_slots() {
    mornings.mode(OpeningMode.walkIn).materialised();
    assertThat(slots.count("session")).isEqualTo(MORNINGS);
    assertThat(slots.count("slot")).isZero();
  }

  @Test
  void new_hours_replace_free_rows_and_a_taken_row_stays_closed_without_overlap() {
    Permanence permanence = mornings.materialised();
    Instant half = NINE.plus(Duration.ofMinutes(30));
    slots.seat(permanence, half, 1, null);
    change(permanence, p -> p.schedule(times("09:20", "11:20")));

    assertThat(slots.starts(permanence, "s.closed = true")).containsExactly(half);
    assertThat(
            slots.starts(permanence, "s.closed = false and s.start < {ts '2026-11-24 00:00:00'}"))
        .as("9 h 20 would overlap the seat at 9 h 30 to 10 h, 9 h 50 too")
        .containsExactly(NINE.plus(Duration.ofMinutes(80)), NINE.plus(Duration.ofMinutes(110)));
    assertThat(slots.count("session")).isEqualTo(MORNINGS);
    assertThat(slots.count("seat")).isEqualTo(1);
  }

  @Test
  void a_taken_row_that_still_fits_stays_open_and_back_again_reopens_a_closed_one() {
    Permanence permanence = mornings.capacity(2).materialised();
    slots.seat(permanence, NINE, 1, null);
    Instant ten = NINE.plus(Duration.ofHours(1));
    slots.seat(permanence, ten, 1, null);
    change(permanence, p -> p.schedule(times("10:00", "12:00")));
    assertThat(slots.starts(permanence, "s.closed = true")).containsExactly(NINE);

    change(permanence, p -> p.schedule(times("09:00", "12:00")));
    assertThat(slots.starts(permanence, "s.closed = true")).isEmpty();
    assertThat(slots.starts(permanence, "1 = 1")).hasSize(MORNINGS * 6);
  }

  @Test
  void a_day_that_leaves_the_calendar_keeps_its_session_for_who_has_a_seat() {
    Permanence permanence = mornings.materialised();
    slots.seat(permanence, NINE, 1, null);
    change(permanence, p -> p.schedule(schedule("FREQ=WEEKLY;BYDAY=TU", "09:00", "12:00")));
    assertThat(slots.starts(permanence, "s.closed = true")).containsExactly(NINE);
    assertThat(slots.starts(permanence, "s.start < {ts '2026-11-24 00:00:00'}"))
        .containsExactly(NINE);
    assertThat(slots.count("session where withdrawn")).isEqualTo(1);
    assertThat(slots.count("session where not withdrawn")).isEqualTo(14);
  }

  @Test
  void an_expired_hold_keeps_no_row() {
    Permanence permanence = mornings.materialised();
    slots.seat(permanence, NINE, 1, clock.now().plus(Duration.ofMinutes(10)));
    clock.advance(Duration.ofMinutes(10));
    change(permanence, p -> p.schedule(schedule("FREQ=WEEKLY;BYDAY=TU", "09:00", "12:00")));
    assertThat(slots.starts(permanence, "s.start < {ts '2026-11-24 00:00:00'}")).isEmpty();
    assertThat(slots.count("seat")).isZero();
  }

  @Test
  void what_has_begun_is_left_alone() {
    Permanence permanence = mornings.materialised();
    clock.set(NINE.plus(Duration.ofMinutes(70)));
    change(permanence, p -> p.schedule(schedule("FREQ=WEEKLY;BYDAY=TU", "09:00", "12:00")));
    assertThat(slots.starts(permanence, "s.start < {ts '2026-11-24 00:00:00'}")).hasSize(3);
  }

  @Test
  void capacity_can_rise_and_fall_but_not_below_what_is_taken() {
    Permanence permanence = mornings.capacity(3).materialised();
    slots.seat(permanence, NINE, 1, null);
    slots.seat(permanence, NINE, 2, null);
    change(permanence, p -> p.offer(terms(2)));
    assertThat(slots.starts(permanence, "s.capacity = 2")).hasSize(MORNINGS * 6);
    assertThatThrownBy(() -> change(permanence, p -> p.offer(terms(1))))
        .isInstanceOf(CapacityBelowTaken.class);
    assertThat(slots.starts(permanence, "s.capacity = 2")).hasSize(MORNINGS * 6);
  }

  @Test
  void a_closure_takes_free_rows_away_and_its_end_brings_them_back() {
    Permanence permanence = mornings.materialised();
    slots.seat(permanence, NINE, 1, null);
    Long closure =
        QuarkusTransaction.requiringNew().call(() -> close("2026-11-23T00:00", "2026-11-24T10:00"));
    assertThat(
            slots.starts(permanence, "s.start < {ts '2026-11-25 00:00:00'} and s.closed = false"))
        .hasSize(4)
        .startsWith(Instant.parse("2026-11-24T09:00:00Z"));
    assertThat(slots.starts(permanence, "s.closed = true")).containsExactly(NINE);

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.remove(database.find(Closure.class, closure));
              database.flush();
              materialiser.again(site.id(), MONDAY, MONDAY.plusDays(2));
            });
    assertThat(slots.starts(permanence, "s.closed = false")).hasSize(MORNINGS * 6);
    assertThat(slots.count("session where withdrawn")).isZero();
  }

  @Test
  void a_session_that_was_cancelled_gets_no_slots_again() {
    Permanence permanence = mornings.materialised();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update session set state = 'cancelled' where local_date = '2026-11-23'")
                    .executeUpdate());
    again(permanence);
    assertThat(slots.starts(permanence, "1 = 1")).hasSize((MORNINGS - 1) * 6).doesNotContain(NINE);
    assertThat(slots.count("session")).isEqualTo(MORNINGS);
  }

  @Test
  void several_processes_may_do_the_same_work_at_once() throws Exception {
    List<Permanence> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(mornings.saved());
    }
    ExecutorService processes = Executors.newFixedThreadPool(4);
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(
          processes.submit(
              () -> {
                together.await();
                return materialiser.ahead();
              }));
    }
    together.countDown();
    for (Future<Integer> run : runs) {
      run.get();
    }
    processes.shutdown();
    assertThat(slots.count("session")).isEqualTo(12 * MORNINGS);
    assertThat(slots.count("slot")).isEqualTo(12 * MORNINGS * 6);
  }

  private long close(String from, String to) {
    Closure closure =
        new Closure(
            database.getReference(Site.class, site.id()),
            LocalDateTime.parse(from),
            LocalDateTime.parse(to),
            null);
    database.persist(closure);
    materialiser.again(
        site.id(), closure.from().toLocalDate(), closure.to().toLocalDate().plusDays(1));
    return closure.id();
  }

  private void change(Permanence permanence, Consumer<Permanence> how) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              how.accept(database.find(Permanence.class, permanence.id()));
              materialiser.again(permanence.id());
            });
  }

  private void again(Permanence permanence) {
    change(permanence, p -> {});
  }

  private static Schedule times(String from, String to) {
    return schedule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", from, to);
  }

  private static Schedule schedule(String rule, String from, String to) {
    return new Schedule(
        RecurrenceRule.parse(rule),
        LocalDate.of(2026, 1, 1),
        null,
        LocalTime.parse(from),
        LocalTime.parse(to),
        false);
  }

  private static Terms terms(int capacity) {
    return new Terms(OpeningMode.appointment, 30, capacity, 0, Terms.WINDOW_DAYS, 60);
  }
}

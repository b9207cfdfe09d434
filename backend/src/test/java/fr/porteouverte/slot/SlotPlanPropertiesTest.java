package fr.porteouverte.slot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.permanence.PermanenceCalendar;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A permanence whose calendar changes many times while people sit in its slots. */
class SlotPlanPropertiesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Three weeks with the end of summer time. */
  private static final LocalDate FROM = LocalDate.of(2026, 10, 12);

  private static final LocalDate TO = FROM.plusDays(21);
  private static final Instant NOW = FROM.atStartOfDay(PARIS).toInstant();

  /** One state of the permanence. */
  record Wish(String rule, int start, int minutes, int slot) {
    Schedule schedule() {
      return new Schedule(
          RecurrenceRule.parse(rule),
          FROM.minusDays(30),
          null,
          LocalTime.MIN.plusMinutes(start),
          LocalTime.MIN.plusMinutes(start + minutes),
          false);
    }
  }

  /** The two tables, as the plans change them. */
  private static final class Tables {
    final Map<Long, SessionRow> sessions = new HashMap<>();
    final Map<Long, SlotRow> slots = new HashMap<>();
    private long next = 1;

    void follow(Wish wish) {
      var calendar =
          new PermanenceCalendar(wish.schedule(), List.of(), List.of(), day -> false, PARIS)
              .sessions(FROM, TO);
      SlotCapacity places = new SlotCapacity(2, 0, 0);
      SlotPlan plan =
          new SlotPlan(
              calendar,
              wish.slot(),
              places,
              List.copyOf(sessions.values()),
              slots.values().stream().sorted(Comparator.comparing(SlotRow::start)).toList(),
              NOW);
      plan.goneSlots.forEach(slots::remove);
      plan.closedSlots.forEach(id -> put(slots.get(id), slots.get(id).sessionId(), true));
      plan.movedSessions.forEach(
          move -> {
            SessionRow row = sessions.get(move.id());
            sessions.put(
                row.id(),
                new SessionRow(
                    row.id(), row.date(), move.start(), move.end(), false, false, false, null));
          });
      Map<Instant, Long> ids = new HashMap<>(plan.sessionIds);
      plan.newSessions.forEach(
          session -> {
            long id = next++;
            ids.put(session.start(), id);
            sessions.put(
                id,
                new SessionRow(
                    id, session.date(), session.start(), session.end(), false, false, false, null));
          });
      plan.changedSlots.forEach(
          slot -> put(slots.get(slot.id()), ids.get(slot.sessionStart()), false));
      plan.newSlots.forEach(
          slot -> {
            long id = next++;
            slots.put(
                id,
                new SlotRow(
                    id,
                    ids.get(slot.sessionStart()),
                    slot.piece().start(),
                    slot.piece().end(),
                    places,
                    0,
                    false));
          });
      plan.goneSessions.forEach(this::withdraw);
    }

    private void withdraw(long id) {
      if (slots.values().stream().noneMatch(slot -> slot.sessionId() == id)) {
        sessions.remove(id);
      } else {
        SessionRow row = sessions.get(id);
        sessions.put(
            id, new SessionRow(id, row.date(), row.start(), row.end(), false, true, false, null));
      }
    }

    private void put(SlotRow row, long session, boolean closed) {
      slots.put(
          row.id(),
          new SlotRow(
              row.id(), session, row.start(), row.end(), row.places(), row.taken(), closed));
    }

    void seat(Random random) {
      for (SlotRow row : List.copyOf(slots.values())) {
        if (!row.closed() && row.taken() == 0 && random.nextInt(6) == 0) {
          slots.put(row.id(), row.without(-1));
        }
      }
    }
  }

  @Property(tries = 150)
  void no_slot_overlaps_another_nobody_loses_a_seat_and_sessions_with_people_keep_their_ids(
      @ForAll("wishes") @Size(min = 2, max = 6) List<Wish> wishes, @ForAll Random random) {
    Tables tables = new Tables();
    Map<Long, Instant> sitting = new HashMap<>();
    for (Wish wish : wishes) {
      tables.follow(wish);
      List<SlotRow> rows =
          tables.slots.values().stream().sorted(Comparator.comparing(SlotRow::start)).toList();
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).start()).isAfterOrEqualTo(rows.get(i - 1).end());
      }
      sitting.forEach(
          (slot, start) ->
              assertThat(tables.slots.get(slot))
                  .as("slot %d in which somebody sits", slot)
                  .isNotNull()
                  .matches(row -> row.start().equals(start) && row.taken() > 0));
      for (SlotRow row : rows) {
        assertThat(tables.sessions).containsKey(row.sessionId());
        assertThat(tables.sessions.get(row.sessionId()).date())
            .isEqualTo(row.start().atZone(PARIS).toLocalDate());
      }
      Set<Instant> starts = new HashSet<>();
      tables.sessions.values().forEach(row -> assertThat(starts.add(row.start())).isTrue());
      tables.seat(random);
      tables.slots.values().stream()
          .filter(SlotRow::occupied)
          .forEach(row -> sitting.put(row.id(), row.start()));
    }
  }

  @Property(tries = 150)
  void on_the_same_days_a_session_keeps_its_id_whatever_its_hours(
      @ForAll("hours") List<Integer> starts) {
    Tables tables = new Tables();
    tables.follow(new Wish("FREQ=WEEKLY;BYDAY=TU,TH", 540, 180, 30));
    Set<Long> ids = new HashSet<>(tables.sessions.keySet());
    List<Integer> all = new ArrayList<>(starts);
    all.add(540);
    for (int start : all) {
      tables.follow(new Wish("FREQ=WEEKLY;BYDAY=TU,TH", start, 180, 30));
      assertThat(tables.sessions.keySet()).isEqualTo(ids);
    }
  }

  @Provide
  Arbitrary<List<Integer>> hours() {
    return Arbitraries.integers().between(300, 1200).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Combinators.combine(
            Arbitraries.of(
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=TU,TH",
                "FREQ=WEEKLY;BYDAY=MO,TU,SU",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU",
                "FREQ=MONTHLY;BYDAY=3TU"),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(20, 400),
            Arbitraries.of(10, 15, 20, 30, 45, 60))
        .as(Wish::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }
}

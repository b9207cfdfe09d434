package fr.porteouverte.slot;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.permanence.ClosedTime;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Makes rows of what the calendars say, over a rolling window of 13 weeks.
 *
 * <p>Whoever materialises a permanence first locks it: an update of the permanence's row, which
 * bookings never wait for (they only refer to its key). Then it locks the slot rows as everybody
 * does. So several processes may do the same work at once: the later one finds nothing left to do.
 */
@ApplicationScoped
public class Materialiser {
  /** Local days from today on: the longest horizon, and some for zones and a nightly run missed. */
  private static final int DAYS = Terms.WINDOW_DAYS + 4;

  private static final int AT_ONCE = 10;
  private static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  @Inject Permanences permanences;
  @Inject SlotLocks locks;
  @Inject CalendarRows existing;
  @Inject SlotRows rows;
  @Inject ToldSessions told;
  @Inject SessionService sessions;
  @Inject Event<SlotsOpened> openings;
  @Inject GoneSlots gone;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** The local day after the last one for which rows are made. */
  static LocalDate windowEnd(LocalDate today) {
    return today.plusDays(DAYS);
  }

  /**
   * Extends the window of every permanence that lacks days. Commits on its way; may be run at any
   * time, by several processes.
   *
   * @return how many permanences it looked at
   */
  public int ahead() {
    transactions.run(() -> gone.forgetBefore(clock.instant()));
    LocalDate wanted = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS - 1L);
    int done = 0;
    long last = 0;
    while (true) {
      long after = last;
      List<Long> ids =
          transactions.call(
              () -> {
                List<Long> some = permanences.notMaterialised(wanted, after, AT_ONCE);
                some.forEach(id -> extend(permanences.lock(id)));
                return some;
              });
      if (ids.isEmpty()) {
        return done;
      }
      done += ids.size();
      last = ids.get(ids.size() - 1);
    }
  }

  private void extend(Permanence permanence) {
    LocalDate today = clock.instant().atZone(permanence.site().zone()).toLocalDate();
    LocalDate to = today.plusDays(DAYS);
    LocalDate from = permanence.materialisedUntil();
    reconcile(permanence, from == null || from.isBefore(today) ? today : from, to);
    permanences.materialised(permanence.id(), to);
  }

  /**
   * Brings all future rows of a permanence in line with its calendar, in the caller's transaction.
   *
   * @throws CapacityBelowTaken when more seats are taken than its capacity now allows
   */
  public void again(long permanenceId) {
    Permanence permanence = permanences.lock(permanenceId);
    LocalDate today = clock.instant().atZone(permanence.site().zone()).toLocalDate();
    reconcile(permanence, today, today.plusDays(DAYS));
    permanences.materialised(permanenceId, today.plusDays(DAYS));
  }

  /** The same for one local day, of a session that takes place after all. */
  void day(long permanenceId, LocalDate date) {
    Permanence permanence = permanences.lock(permanenceId);
    LocalDate today = clock.instant().atZone(permanence.site().zone()).toLocalDate();
    LocalDate known = permanence.materialisedUntil();
    if (!date.isBefore(today) && known != null && date.isBefore(known)) {
      reconcile(permanence, date, date.plusDays(1));
    }
  }

  /**
   * Brings the future rows of a house's permanences in line on some local days, in the caller's
   * transaction. All turns and all slots are taken before the first row changes: slots of several
   * permanences are locked by start, as everybody locks them.
   *
   * @param to the day after the last one
   */
  void again(long siteId, LocalDate from, LocalDate to) {
    List<Permanence> all = permanences.idsAt(siteId).stream().map(permanences::lock).toList();
    if (all.isEmpty()) {
      return;
    }
    ZoneId zone = all.get(0).site().zone();
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    LocalDate end = today.plusDays(DAYS);
    LocalDate first = from.isBefore(today) ? today : from;
    LocalDate last = to.isAfter(end) ? end : to;
    locks.lockAll(
        all.stream().map(Permanence::id).toList(),
        first.atStartOfDay(zone).toInstant(),
        last.atStartOfDay(zone).toInstant());
    all.forEach(permanence -> reconcile(permanence, first, last));
  }

  /**
   * Takes all rows of a permanence away, past ones too, in the caller's transaction.
   *
   * @throws ProblemException conflict, when anybody has or had a seat
   */
  void clear(long permanenceId) {
    Instant now = clock.instant();
    Permanence permanence = permanences.lock(permanenceId);
    locks.lock(permanenceId, EVER, NEVER);
    existing.dropExpired(permanenceId, EVER, NEVER, now);
    if (locks.lock(permanenceId, EVER, NEVER).stream().anyMatch(SlotRow::occupied)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Des rendez-vous y sont pris : donnez plutôt une date de fin.",
          "There are bookings: give it a last day instead.");
    }
    LocalDate today = now.atZone(permanence.site().zone()).toLocalDate();
    told.tellGone(permanence, existing.lockedSessions(permanenceId, today, windowEnd(today)), now);
    rows.clear(permanenceId);
  }

  private void reconcile(Permanence permanence, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      return;
    }
    Instant now = clock.instant();
    ZoneId zone = permanence.site().zone();
    Instant dayStart = from.atStartOfDay(zone).toInstant();
    Instant after = dayStart.isAfter(now) ? dayStart.minusNanos(1_000) : now;
    Instant before = to.atStartOfDay(zone).toInstant();
    List<ClosedTime> closures = permanences.closures(permanence.site().id(), from, to);
    List<Occurrence> calendar = permanence.calendar(closures).sessions(from, to);

    List<SlotRow> slots = locks.lock(permanence.id(), after, before);
    if (slots.stream().anyMatch(SlotRow::occupied)
        && existing.dropExpired(permanence.id(), after, before, now)) {
      slots = locks.lock(permanence.id(), after, before);
    }
    List<SessionRow> sessionsBefore = existing.lockedSessions(permanence.id(), from, to);
    SlotPlan plan =
        new SlotPlan(
            calendar,
            permanence.mode().takesAppointments() ? permanence.slotMinutes() : 0,
            SlotCapacity.of(permanence),
            sessionsBefore,
            slots,
            now);
    if (!plan.tooSmall.isEmpty()) {
      throw new CapacityBelowTaken(plan.tooSmall, zone);
    }
    rows.apply(
        plan,
        permanence.id(),
        permanence.site().id(),
        SlotCapacity.of(permanence),
        now.atZone(zone).toLocalDate(),
        now);
    if (!plan.opened.isEmpty()) {
      openings.fire(new SlotsOpened(permanence.site().id(), permanence.id(), plan.opened));
    }
    told.tell(permanence, plan, sessionsBefore, closures, now);
    plan.promisedMoved.forEach(id -> sessions.moved(id, now));
    plan.promisedGone.forEach(id -> sessions.withdrawn(id, now));
  }
}

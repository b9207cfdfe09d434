package fr.porteouverte.slot;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Occurrence.Piece;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to do to the rows of one permanence so that they say what its calendar says. Pure.
 *
 * <p>A session that changes its hours so much that none is left is still that day's: it keeps its
 * row too, but what its partner confirmed were other hours. So it is with one that comes back.
 *
 * <p>What was, stays: a session that has begun keeps its start and is never withdrawn. When the
 * calendar no longer has the rest of it, it ends now; other hours later that day are another
 * session.
 *
 * <p>Only free rows go. A row with a seat stays: as it is when the calendar still has it, closed
 * when not, and no new row overlaps it. A session keeps its row (and so its id and state) when its
 * times change but still overlap.
 */
final class SlotPlan {
  /** A new slot; its session is found by the session's start. */
  record NewSlot(Instant sessionStart, Piece piece) {}

  /** A session row that gets these times, and is in the calendar. */
  record MovedSession(long id, Instant start, Instant end, boolean otherHours) {}

  /** A slot row that stays open, with this session and these places. */
  record KeptSlot(long id, Instant sessionStart, SlotCapacity places) {}

  final List<Occurrence> newSessions = new ArrayList<>();
  final List<MovedSession> movedSessions = new ArrayList<>();
  final List<Long> goneSessions = new ArrayList<>();

  /** Of {@link #movedSessions} those that the calendar had taken back before. */
  final List<Long> backSessions = new ArrayList<>();

  /** Of those that get other hours: who promised to hold them is to hear of it. */
  final List<Long> promisedMoved = new ArrayList<>();

  /** The same of those that are gone. */
  final List<Long> promisedGone = new ArrayList<>();

  final List<NewSlot> newSlots = new ArrayList<>();
  final List<KeptSlot> changedSlots = new ArrayList<>();
  final List<Long> goneSlots = new ArrayList<>();

  /** Starts of those in which somebody may book who could not before. */
  final List<Instant> opened = new ArrayList<>();

  final List<Long> closedSlots = new ArrayList<>();

  /** Rows whose seats are more than the new capacity: a reason to refuse the whole change. */
  final List<SlotRow> tooSmall = new ArrayList<>();

  /** Ids of the session rows that serve the calendar, by the start they have afterwards. */
  final Map<Instant, Long> sessionIds = new HashMap<>();

  /**
   * @param calendar the sessions that should be
   * @param slotMinutes length of a slot in minutes; 0 for none (walk-in)
   * @param sessions the rows that are, of the same days
   * @param slots the rows that are, all of them later than {@code now}
   * @param now sessions that ended and slots that began by then are left alone
   */
  SlotPlan(
      List<Occurrence> calendar,
      int slotMinutes,
      SlotCapacity places,
      List<SessionRow> sessions,
      List<SlotRow> slots,
      Instant now) {
    Map<Instant, Instant> until = matchSessions(calendar, sessions, now);
    Map<Piece, Instant> pieces = new HashMap<>();
    for (Occurrence session : calendar) {
      if (slotMinutes > 0) {
        Instant last = until.getOrDefault(session.start(), session.end());
        for (Piece piece : session.slots(slotMinutes)) {
          if (piece.start().isAfter(now) && !piece.end().isAfter(last)) {
            pieces.put(piece, session.start());
          }
        }
      }
    }
    matchSlots(pieces, places, slots);
  }

  /** Id of the session row that begins then. */
  long sessionAt(Instant start) {
    return Objects.requireNonNull(sessionIds.get(start));
  }

  /**
   * @return of those in which nobody can book until the end, by their start: until when
   */
  private Map<Instant, Instant> matchSessions(
      List<Occurrence> calendar, List<SessionRow> rows, Instant now) {
    Map<Occurrence, SessionRow> matches = new HashMap<>();
    Set<SessionRow> left = new HashSet<>(rows);
    for (Occurrence session : calendar) {
      match(session, left, matches, row -> row.start().equals(session.start()));
    }
    for (Occurrence session : calendar) {
      if (!matches.containsKey(session)) {
        match(session, left, matches, row -> goesOn(row, session, now));
      }
    }
    for (Occurrence session : calendar) {
      if (!matches.containsKey(session) && session.end().isAfter(now)) {
        matchDay(session, left, matches, now);
      }
    }
    Map<Instant, Instant> until = new HashMap<>();
    for (Occurrence session : calendar) {
      SessionRow row = matches.get(session);
      if (row != null) {
        follow(row, session, until, now);
      } else if (session.end().isAfter(now)) {
        newSessions.add(session);
      }
    }
    left.stream()
        .filter(row -> row.end().isAfter(now) && !row.withdrawn())
        .forEach(row -> leave(row, now));
    return until;
  }

  /** What was over by now stays as it was, unless the calendar goes on with it. */
  private void follow(
      SessionRow row, Occurrence session, Map<Instant, Instant> until, Instant now) {
    sessionIds.put(session.start(), row.id());
    if (row.cancelled()) {
      until.put(session.start(), session.start());
    } else if (row.stoppedAt() != null) {
      until.put(session.start(), row.stoppedAt());
    }
    Instant start = row.begun(now) ? row.start() : session.start();
    boolean same = row.start().equals(start) && row.end().equals(session.end()) && !row.withdrawn();
    if (same || !row.end().isAfter(now) && !session.end().isAfter(now)) {
      return;
    }
    boolean apart = !row.start().isBefore(session.end()) || !session.start().isBefore(row.end());
    movedSessions.add(new MovedSession(row.id(), start, session.end(), apart || row.withdrawn()));
    if (row.withdrawn()) {
      backSessions.add(row.id());
    } else if (row.promised()) {
      promisedMoved.add(row.id());
    }
  }

  /** The calendar does not have it. */
  private void leave(SessionRow row, Instant now) {
    if (!row.begun(now)) {
      goneSessions.add(row.id());
      if (row.promised()) {
        promisedGone.add(row.id());
      }
    } else if (!row.cancelled() && row.stoppedAt() == null) {
      Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
      movedSessions.add(
          new MovedSession(
              row.id(), row.start(), minute.isAfter(row.start()) ? minute : now, false));
    }
  }

  /** One that has begun is not what only begins later. */
  private static boolean goesOn(SessionRow row, Occurrence session, Instant now) {
    return row.start().isBefore(session.end())
        && session.start().isBefore(row.end())
        && !(row.begun(now) && session.start().isAfter(now));
  }

  /** A session to come, of the same day, that nothing else in the calendar is. */
  private static void matchDay(
      Occurrence session, Set<SessionRow> left, Map<Occurrence, SessionRow> matches, Instant now) {
    left.stream()
        .filter(row -> row.date().equals(session.date()))
        .filter(row -> row.start().isAfter(now) && !row.cancelled() && !row.withdrawn())
        .min(Comparator.comparing(SessionRow::start))
        .ifPresent(
            row -> {
              matches.put(session, row);
              left.remove(row);
            });
  }

  private static void match(
      Occurrence session,
      Set<SessionRow> left,
      Map<Occurrence, SessionRow> matches,
      Predicate<SessionRow> fits) {
    for (SessionRow row : left) {
      if (fits.test(row)) {
        matches.put(session, row);
        left.remove(row);
        return;
      }
    }
  }

  private void matchSlots(Map<Piece, Instant> pieces, SlotCapacity places, List<SlotRow> rows) {
    Map<Piece, Instant> missing = new HashMap<>(pieces);
    List<SlotRow> strangers = new ArrayList<>();
    for (SlotRow row : rows) {
      Instant session = missing.remove(new Piece(row.start(), row.end()));
      if (session == null) {
        if (row.occupied()) {
          strangers.add(row);
        } else {
          goneSlots.add(row.id());
        }
        if (row.occupied() && !row.closed()) {
          closedSlots.add(row.id());
        }
      } else if (row.taken() > places.capacity()) {
        tooSmall.add(row);
      } else if (row.closed()
          || !row.places().equals(places)
          || !Long.valueOf(row.sessionId()).equals(sessionIds.get(session))) {
        changedSlots.add(new KeptSlot(row.id(), session, places));
        if (row.closed() || places.forA(Booker.anybody) > row.places().forA(Booker.anybody)) {
          opened.add(row.start());
        }
      }
    }
    missing.forEach(
        (piece, session) -> {
          if (strangers.stream().noneMatch(row -> piece.overlaps(row.start(), row.end()))) {
            opened.add(piece.start());
            newSlots.add(new NewSlot(session, piece));
          }
        });
    newSlots.sort(Comparator.comparing(slot -> slot.piece().start()));
  }
}

package fr.porteouverte.slot;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Occurrence.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What to do to the rows of one permanence so that they say what its calendar says. Pure.
 *
 * <p>A session that changes its hours so much that none is left is still that day's: it keeps its
 * row too, but what its partner confirmed were other hours. So it is with one that comes back.
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
    List<Occurrence> ahead = calendar.stream().filter(s -> s.end().isAfter(now)).toList();
    Set<Instant> cancelled = matchSessions(ahead, sessions, now);
    Map<Piece, Instant> pieces = new HashMap<>();
    for (Occurrence session : ahead) {
      if (slotMinutes > 0 && !cancelled.contains(session.start())) {
        for (Piece piece : session.slots(slotMinutes)) {
          if (piece.start().isAfter(now)) {
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

  private Set<Instant> matchSessions(
      List<Occurrence> calendar, List<SessionRow> rows, Instant now) {
    Map<Occurrence, SessionRow> matches = new HashMap<>();
    Set<SessionRow> left = new HashSet<>(rows);
    for (Occurrence session : calendar) {
      match(session, left, matches, session.start(), session.start().plusNanos(1), true);
    }
    for (Occurrence session : calendar) {
      if (!matches.containsKey(session)) {
        match(session, left, matches, session.start(), session.end(), false);
      }
    }
    for (Occurrence session : calendar) {
      if (!matches.containsKey(session)) {
        matchDay(session, left, matches, now);
      }
    }
    Set<Instant> cancelled = new HashSet<>();
    for (Occurrence session : calendar) {
      SessionRow row = matches.get(session);
      if (row == null) {
        newSessions.add(session);
        continue;
      }
      sessionIds.put(session.start(), row.id());
      if (row.cancelled()) {
        cancelled.add(session.start());
      }
      if (row.withdrawn()
          || !row.start().equals(session.start())
          || !row.end().equals(session.end())) {
        movedSessions.add(move(row, session));
        if (row.promised() && !row.withdrawn()) {
          promisedMoved.add(row.id());
        }
      }
    }
    left.stream()
        .filter(row -> row.end().isAfter(now) && !row.withdrawn())
        .forEach(
            row -> {
              goneSessions.add(row.id());
              if (row.promised()) {
                promisedGone.add(row.id());
              }
            });
    return cancelled;
  }

  private static MovedSession move(SessionRow row, Occurrence session) {
    boolean apart = !row.start().isBefore(session.end()) || !session.start().isBefore(row.end());
    return new MovedSession(row.id(), session.start(), session.end(), apart || row.withdrawn());
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
      Instant from,
      Instant to,
      boolean sameStart) {
    for (SessionRow row : left) {
      boolean fits =
          sameStart
              ? row.start().equals(from)
              : row.start().isBefore(to) && from.isBefore(row.end());
      if (fits) {
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

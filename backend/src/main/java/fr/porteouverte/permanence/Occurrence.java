package fr.porteouverte.permanence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One dated occurrence of a permanence, or the part of it that a closure leaves.
 *
 * @param date the house's local day
 * @param grid where the slots are counted from: the start of the whole occurrence, so that a
 *     closure removes slots but moves none
 */
public record Occurrence(LocalDate date, Instant grid, Instant start, Instant end) {

  /** A dated piece of a session. */
  public record Piece(Instant start, Instant end) {

    public boolean overlaps(Instant otherStart, Instant otherEnd) {
      return start.isBefore(otherEnd) && otherStart.isBefore(end);
    }
  }

  /**
   * The slots that lie wholly inside; a last piece shorter than a slot is none.
   *
   * @param minutes length of one slot in minutes, in elapsed time
   */
  public List<Piece> slots(int minutes) {
    List<Piece> pieces = new ArrayList<>();
    Duration length = Duration.ofMinutes(minutes);
    for (Instant from = grid; !from.plus(length).isAfter(end); from = from.plus(length)) {
      if (!from.isBefore(start)) {
        pieces.add(new Piece(from, from.plus(length)));
      }
    }
    return pieces;
  }
}

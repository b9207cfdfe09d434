package fr.porteouverte.slot;

import fr.porteouverte.permanence.SessionTime.Piece;
import java.time.Instant;

/** A slot row as materialisation reads it, under its lock. */
record SlotRow(
    long id, long sessionId, Instant start, Instant end, int capacity, int taken, boolean closed) {

  boolean occupied() {
    return taken > 0;
  }

  boolean is(Piece piece) {
    return start.equals(piece.start()) && end.equals(piece.end());
  }
}

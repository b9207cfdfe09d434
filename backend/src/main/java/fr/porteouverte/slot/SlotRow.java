package fr.porteouverte.slot;

import java.time.Instant;

/** A slot row as materialisation reads it, under its lock. */
record SlotRow(
    long id,
    long sessionId,
    Instant start,
    Instant end,
    SlotCapacity places,
    int taken,
    boolean closed) {

  SlotRow without(int seats) {
    return new SlotRow(id, sessionId, start, end, places, taken - seats, closed);
  }

  boolean occupied() {
    return taken > 0;
  }
}

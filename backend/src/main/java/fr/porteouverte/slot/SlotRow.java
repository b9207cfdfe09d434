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

  /** As the table has it. */
  record Columns(
      long id,
      long sessionId,
      Instant startAt,
      Instant endAt,
      int capacity,
      int keptPhone,
      int keptWalkIn,
      int taken,
      boolean closed) {
    SlotRow row() {
      SlotCapacity places = new SlotCapacity(capacity, keptPhone, keptWalkIn);
      return new SlotRow(id, sessionId, startAt, endAt, places, taken, closed);
    }
  }

  SlotRow without(int seats) {
    return new SlotRow(id, sessionId, start, end, places, taken - seats, closed);
  }

  boolean occupied() {
    return taken > 0;
  }
}

package fr.porteouverte.slot;

import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of slots ended: after this start and id.
 *
 * @param start null: at the beginning
 */
record SlotPosition(@Nullable Instant start, long id) {
  static String of(SlotView slot) {
    return slot.start().toInstant() + " " + slot.id();
  }

  /**
   * @throws fr.porteouverte.problem.InvalidRequest for a cursor that is none of ours
   */
  static SlotPosition read(@Nullable String position) {
    if (position == null) {
      return new SlotPosition(null, 0);
    }
    String[] parts = position.split(" ");
    Long id = parts.length == 2 ? FieldReader.id(parts[1]) : null;
    if (id == null) {
      throw Cursor.refused();
    }
    return new SlotPosition(Cursor.moment(parts[0]), id);
  }

  boolean isBefore(FreeRow row) {
    return start == null
        || row.start().isAfter(start)
        || (row.start().equals(start) && row.id() > id);
  }
}

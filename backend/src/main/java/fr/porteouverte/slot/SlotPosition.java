package fr.porteouverte.slot;

import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of slots ended: after this start and id.
 *
 * @param start null: at the beginning
 */
record SlotPosition(@Nullable Instant start, long id) {
  private static final Instant MOST = Instant.parse("9999-12-31T00:00:00Z");

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
    int blank = position.indexOf(' ');
    try {
      Instant start = Instant.parse(position.substring(0, Math.max(0, blank)));
      String id = position.substring(blank + 1);
      if (id.matches("[1-9][0-9]{0,17}") && start.isBefore(MOST)) {
        return new SlotPosition(start, Ids.parse(id));
      }
    } catch (DateTimeException forged) {
      // Said below.
    }
    throw Cursor.refused();
  }

  boolean isBefore(FreeRow row) {
    return start == null
        || row.start().isAfter(start)
        || (row.start().equals(start) && row.id() > id);
  }
}

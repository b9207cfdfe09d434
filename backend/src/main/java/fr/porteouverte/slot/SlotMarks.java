package fr.porteouverte.slot;

import fr.porteouverte.database.Edition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which permanences rows changed between two looks at PostgreSQL: every transaction leaves a
 * mark for each ({@code V93.1__slot_marks.sql}). Numbers of transactions are given before their
 * commit, so a later one may be seen first; what the database itself showed at the look before (its
 * snapshot) says exactly which are new. A hold that expired changes a slot, too, and writes
 * nothing.
 */
final class SlotMarks {
  private static final String LOOK =
      "select cast(pg_current_snapshot() as text), "
          + Edition.MARK
          + ", array(select permanence_id from slot_mark where xact >= pg_snapshot_xmin(before)"
          + " and not pg_visible_in_snapshot(xact, before) union select s.permanence_id from seat x"
          + " join slot s on s.id = x.slot_id where x.expires_at > ? and x.expires_at <= ?)"
          + " from (select coalesce(cast(? as pg_snapshot), pg_current_snapshot()) as before) b";

  private final Connection connection;

  /**
   * @param snapshot what the database showed, in its own words
   * @param registers the edition of the registers
   * @param at the application's clock, by which holds expire
   * @param permanences that changed since the look before
   */
  record Seen(String snapshot, long registers, Instant at, List<Long> permanences) {}

  SlotMarks(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param before the look before; null: this is the first, and says nothing of changes
   */
  Seen since(@Nullable Seen before, Instant now) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(LOOK)) {
      look.setObject(1, (before == null ? now : before.at()).atOffset(ZoneOffset.UTC));
      look.setObject(2, now.atOffset(ZoneOffset.UTC));
      look.setString(3, before == null ? null : before.snapshot());
      try (ResultSet row = look.executeQuery()) {
        row.next();
        return new Seen(row.getString(1), row.getLong(2), now, ids(row.getArray(3)));
      }
    }
  }

  private static List<Long> ids(Array ids) throws SQLException {
    return List.of((Long[]) ids.getArray());
  }
}

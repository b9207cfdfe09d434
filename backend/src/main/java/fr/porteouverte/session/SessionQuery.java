package fr.porteouverte.session;

import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions somebody asks for, of those they may see.
 *
 * @param sites ids of the houses whose staff asks; null: of all of them
 * @param reach of which partners somebody asks for, and for which houses; null: of none
 * @param site only there; null: everywhere
 * @param ofPartner only its; null: everybody's
 * @param from first local day; null: each house's today
 * @param before the day after the last one
 * @param after the last one of the page before
 */
record SessionQuery(
    @Nullable Set<Long> sites,
    @Nullable PartnerReach reach,
    @Nullable Long site,
    @Nullable Long ofPartner,
    boolean unconfirmed,
    @Nullable LocalDate from,
    LocalDate before,
    Position after,
    int limit) {

  /** A place in the list: by start, then id. */
  record Position(Instant start, long id) {
    static final Position START = new Position(Instant.parse("0001-01-01T00:00:00Z"), 0);

    static Position read(@Nullable String cursor) {
      String position = Cursor.decode(cursor);
      if (position == null) {
        return START;
      }
      String[] parts = position.split("\\|");
      Long id = parts.length == 2 ? FieldReader.id(parts[1]) : null;
      if (id == null) {
        throw Cursor.refused();
      }
      return new Position(Cursor.moment(parts[0]), id);
    }

    static String of(Session session) {
      return session.start() + "|" + Ids.of(session.id());
    }
  }
}

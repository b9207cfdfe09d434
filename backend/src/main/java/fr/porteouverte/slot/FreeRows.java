package fr.porteouverte.slot;

import fr.porteouverte.database.Edition;
import fr.porteouverte.database.Trailing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Reads the rows that have a place now, in plain SQL that both databases run along {@code unique
 * (permanence_id, start_at)}.
 *
 * <p>They are ordered by the whole key, though the permanence is given: only then H2 reads along
 * the index and stops at the limit, instead of examining and sorting 13 weeks of rows.
 *
 * <p>A place whose hold has expired is free whether or not anybody cleared its seat away. A run of
 * n rows is free when n free rows of the session lie between its start and n lengths later: rows of
 * a session never overlap and open ones have one length, so n of them there have no gap.
 */
@ApplicationScoped
class FreeRows {
  /** What to look for: rows of a run, free at this moment, for this one who asks. */
  record Wanted(int rows, Instant now, Booker who) {}

  /** A permanence's rows in a range of starts. */
  record Range(long permanenceId, Instant from, Instant before) {}

  /**
   * Some of the free rows of a permanence.
   *
   * @param backwards the latest first
   */
  record Part(Range range, Wanted wanted, boolean backwards, int limit) {}

  @Inject DataSource database;
  @Inject Trailing trailing;
  @Inject Edition edition;

  /** Several parts, in one statement. */
  List<FreeRow> list(List<Part> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    String sql =
        parts.stream()
            .map(part -> "(" + select(part) + ")")
            .collect(Collectors.joining(" union all "));
    return read(
        sql,
        p -> {
          for (Part part : parts) {
            p.remaining(part.wanted())
                .range(part.range())
                .free(part.wanted())
                .run(part.wanted())
                .number(part.limit());
          }
        });
  }

  private static String select(Part part) {
    return select(part.wanted())
        + " from slot s where s.permanence_id = ? and s.start_at >= ? and s.start_at < ?"
        + free("s", part.wanted())
        + run("s", part.wanted())
        + (part.backwards()
            ? " order by s.permanence_id desc, s.start_at desc"
            : " order by s.permanence_id, s.start_at")
        + " limit ?";
  }

  /** The one row, if a visit may start there. */
  List<FreeRow> one(long slotId, Range range, Wanted wanted) {
    String sql =
        select(wanted)
            + " from slot s where s.id = ? and s.permanence_id = ? and s.start_at >= ?"
            + " and s.start_at < ?"
            + free("s", wanted)
            + run("s", wanted);
    return read(sql, p -> p.remaining(wanted).number(slotId).range(range).free(wanted).run(wanted));
  }

  /** The first free row of each range that has one, in one statement. */
  List<FreeRow> first(List<Range> ranges, Wanted wanted) {
    List<Range> padded = padded(ranges);
    String row =
        ", (cast(? as bigint), cast(? as timestamp with time zone),"
            + " cast(? as timestamp with time zone))";
    String sql =
        select(wanted)
            + " from (values "
            + row.repeat(padded.size()).substring(2)
            + ") as w (permanence_id, earliest, latest)"
            + " join slot s on s.id = (select c.id from slot c"
            + " where c.permanence_id = w.permanence_id"
            + " and c.start_at >= w.earliest and c.start_at < w.latest"
            + free("c", wanted)
            + run("c", wanted)
            + " order by c.permanence_id, c.start_at limit 1)";
    return read(
        sql,
        p -> {
          p.remaining(wanted);
          padded.forEach(p::range);
          p.free(wanted).run(wanted);
        });
  }

  long permanence(long slotId) {
    List<FreeRow> rows =
        read(
            "select id, permanence_id, start_at, capacity, 0 from slot where id = ?",
            p -> p.number(slotId));
    return rows.isEmpty() ? 0 : rows.get(0).permanenceId();
  }

  /** To a power of two, so that few different statements are prepared. */
  private static List<Range> padded(List<Range> ranges) {
    List<Range> padded = new ArrayList<>(ranges);
    int size = Integer.highestOneBit(Math.max(1, ranges.size() * 2 - 1));
    while (padded.size() < size) {
      padded.add(ranges.get(ranges.size() - 1));
    }
    return padded;
  }

  private static String select(Wanted wanted) {
    String left = left("s", wanted.who());
    String remaining =
        wanted.rows() == 1
            ? left
            : "(select min("
                + left("r", wanted.who())
                + ") from slot r where "
                + inRun("s", wanted.rows())
                + ")";
    return "select s.id, s.permanence_id, s.start_at, "
        + places("s", wanted.who())
        + ", "
        + remaining;
  }

  /** Without those that are kept from the one who asks. */
  private static String places(String row, Booker who) {
    String kept = who == Booker.staff ? "" : " - " + row + ".kept_phone";
    return row + ".capacity - " + row + ".kept_walk_in" + kept;
  }

  /** Places left: seats that expired are counted only where there are some. */
  private static String left(String row, Booker who) {
    return (places(row, who) + " - " + row + ".taken + case when " + row + ".next_expiry <= ?")
        + (" then " + expired(row) + " else 0 end");
  }

  private static String expired(String row) {
    return "(select count(*) from seat x where x.slot_id = " + row + ".id and x.expires_at <= ?)";
  }

  /**
   * "is not null" because a comparison with null is no "false" that would stop PostgreSQL: it would
   * count the seats of every full row.
   *
   * <p>Where places are kept, one that expired may be one of those: then they are counted.
   */
  private static String free(String row, Wanted wanted) {
    String places = places(row, wanted.who());
    return String.format(
        " and not %1$s.closed and (%1$s.taken < %2$s"
            + " or %1$s.next_expiry is not null and %1$s.next_expiry <= ? and %1$s.taken - %3$s < %2$s)",
        row, places, expired(row));
  }

  private static String run(String first, Wanted wanted) {
    return wanted.rows() == 1
        ? ""
        : " and (select count(*) from slot r where "
            + inRun(first, wanted.rows())
            + free("r", wanted)
            + ") = "
            + wanted.rows();
  }

  private static String inRun(String first, int rows) {
    String stop =
        String.format("%1$s.start_at + (%1$s.end_at - %1$s.start_at) * %2$d", first, rows);
    return String.format(
        "r.session_id = %1$s.session_id and r.start_at >= %1$s.start_at and r.end_at <= %2$s",
        first, stop);
  }

  private interface Parameters {
    void set(Binder binder) throws SQLException;
  }

  private List<FreeRow> read(String sql, Parameters parameters) {
    trailing.send();
    boolean asked = edition.isAsked();
    String whole =
        asked
            ? sql + " union all (select 0, " + edition.mark() + ", cast(null as timestamptz), 0, 0)"
            : sql;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(whole)) {
      parameters.set(new Binder(statement));
      ResultSet result = statement.executeQuery();
      List<FreeRow> rows = new ArrayList<>();
      while (result.next()) {
        if (asked && result.getLong(1) == 0) {
          edition.seen(result.getLong(2));
          continue;
        }
        rows.add(
            new FreeRow(
                result.getLong(1),
                result.getLong(2),
                result.getObject(3, OffsetDateTime.class).toInstant(),
                result.getInt(4),
                result.getInt(5)));
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Sets parameters from left to right, in the groups that the pieces of SQL have. */
  private static final class Binder {
    private final PreparedStatement statement;
    private int next = 1;

    Binder(PreparedStatement statement) {
      this.statement = statement;
    }

    Binder number(long value) {
      return set(value);
    }

    Binder range(Range range) {
      return set(range.permanenceId()).at(range.from()).at(range.before());
    }

    Binder remaining(Wanted wanted) {
      return at(wanted.now()).at(wanted.now());
    }

    Binder free(Wanted wanted) {
      return at(wanted.now()).at(wanted.now());
    }

    Binder run(Wanted wanted) {
      return wanted.rows() == 1 ? this : free(wanted);
    }

    private Binder at(Instant instant) {
      return set(instant.atOffset(ZoneOffset.UTC));
    }

    private Binder set(Object value) {
      try {
        statement.setObject(next++, value);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
      return this;
    }
  }
}

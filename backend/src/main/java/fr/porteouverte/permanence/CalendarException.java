package fr.porteouverte.permanence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a permanence leaves its rule: not there, or there in addition. Both on one day
 * mean "at other times".
 *
 * @param from of an added day; null with {@code to}: the permanence's own times
 */
@Embeddable
public record CalendarException(
    @Column(name = "local_date", nullable = false) LocalDate date,
    @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(nullable = false)
        Kind kind,
    @Column(name = "from_time") @Nullable LocalTime from,
    @Column(name = "to_time") @Nullable LocalTime to) {

  /** Which way the day differs. */
  public enum Kind {
    skipped,
    added
  }

  public CalendarException {
    if ((from == null) != (to == null) || (from != null && !from.isBefore(to))) {
      throw new IllegalArgumentException("needs both times in order, or none");
    }
  }

  public static CalendarException skipped(LocalDate date) {
    return new CalendarException(date, Kind.skipped, null, null);
  }

  public static CalendarException added(LocalDate date, LocalTime from, LocalTime to) {
    return new CalendarException(date, Kind.added, from, to);
  }
}

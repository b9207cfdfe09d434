package fr.porteouverte.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Open on a weekday from a local time to a later one, for those who walk in, have a slot, or both.
 */
@Embeddable
public class OpeningRange {
  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.SMALLINT)
  private short weekday;

  @Column(name = "from_time", nullable = false)
  private LocalTime from;

  @Column(name = "to_time", nullable = false)
  private LocalTime to;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private OpeningMode mode;

  protected OpeningRange() {}

  public OpeningRange(DayOfWeek weekday, LocalTime from, LocalTime to, OpeningMode mode) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "an opening range ends after it begins: " + from + "-" + to);
    }
    this.weekday = (short) weekday.getValue();
    this.from = from;
    this.to = to;
    this.mode = mode;
  }

  public DayOfWeek weekday() {
    return DayOfWeek.of(weekday);
  }

  public LocalTime from() {
    return from;
  }

  public LocalTime to() {
    return to;
  }

  public OpeningMode mode() {
    return mode;
  }
}

package fr.porteouverte.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Open on one date, by the clock on the wall, whatever the week says: also on a public holiday. */
@Embeddable
public class ExceptionalRange {
  @Column(name = "local_date", nullable = false)
  private LocalDate day;

  @Column(name = "from_time", nullable = false)
  private LocalTime from;

  @Column(name = "to_time", nullable = false)
  private LocalTime to;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private OpeningMode mode;

  protected ExceptionalRange() {}

  public ExceptionalRange(LocalDate day, LocalTime from, LocalTime to, OpeningMode mode) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("an opening range ends after it begins: " + from);
    }
    this.day = day;
    this.from = from;
    this.to = to;
    this.mode = mode;
  }

  OpeningRange ofWeek() {
    return new OpeningRange(day.getDayOfWeek(), from, to, mode);
  }

  public LocalDate day() {
    return day;
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

package fr.porteouverte.permanence;

import fr.porteouverte.site.OpeningMode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How a permanence is booked.
 *
 * @param mode walkIn makes sessions without slots
 * @param slotMinutes length of one slot
 * @param capacity people served at once
 * @param noticeMinutes minimum time between booking and start, at most 30 days
 * @param horizonDays how many days ahead one can book, at most {@value #WINDOW_DAYS}
 * @param changeDeadlineMinutes until how long before the start a visitor may move or cancel
 * @param keptPhone places of each slot that only staff may book
 * @param keptWalkIn places of each slot that nobody may book: people just come
 * @param numbersPerDay how many who walk in get a number a day; null: all
 */
@Embeddable
public record Terms(
    @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(nullable = false)
        OpeningMode mode,
    @Column(name = "slot_minutes", nullable = false) int slotMinutes,
    @Column(nullable = false) int capacity,
    @Column(name = "notice_minutes", nullable = false) int noticeMinutes,
    @Column(name = "horizon_days", nullable = false) int horizonDays,
    @Column(name = "change_deadline_minutes", nullable = false) int changeDeadlineMinutes,
    @Column(name = "kept_phone", nullable = false) int keptPhone,
    @Column(name = "kept_walk_in", nullable = false) int keptWalkIn,
    @Column(name = "numbers_per_day") @Nullable Integer numbersPerDay) {
  /** The rolling window in which slots exist: 13 weeks. */
  public static final int WINDOW_DAYS = 91;

  public static final int SHORTEST_SLOT = 5;
  public static final int LONGEST_SLOT = 8 * 60;
  public static final int MOST_CAPACITY = 500;

  public static final int MOST_NUMBERS = 999;

  /** The longest notice and the earliest deadline, in minutes. */
  static final int THIRTY_DAYS = 30 * 24 * 60;

  public Terms {
    within("slotMinutes", slotMinutes, SHORTEST_SLOT, LONGEST_SLOT);
    within("capacity", capacity, 1, MOST_CAPACITY);
    within("noticeMinutes", noticeMinutes, 0, THIRTY_DAYS);
    within("horizonDays", horizonDays, 1, WINDOW_DAYS);
    within("changeDeadlineMinutes", changeDeadlineMinutes, 0, THIRTY_DAYS);
    within("keptWalkIn", keptWalkIn, 0, capacity);
    within("keptPhone", keptPhone, 0, capacity - keptWalkIn);
    if (numbersPerDay != null) {
      within("numbersPerDay", numbersPerDay, 1, MOST_NUMBERS);
    }
  }

  /** Numbers without a limit. */
  public Terms(
      OpeningMode mode,
      int slotMinutes,
      int capacity,
      int noticeMinutes,
      int horizonDays,
      int changeDeadlineMinutes,
      int keptPhone,
      int keptWalkIn) {
    this(
        mode,
        slotMinutes,
        capacity,
        noticeMinutes,
        horizonDays,
        changeDeadlineMinutes,
        keptPhone,
        keptWalkIn,
        null);
  }

  /** Every place is everybody's. */
  public Terms(
      OpeningMode mode,
      int slotMinutes,
      int capacity,
      int noticeMinutes,
      int horizonDays,
      int changeDeadlineMinutes) {
    this(mode, slotMinutes, capacity, noticeMinutes, horizonDays, changeDeadlineMinutes, 0, 0);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", not " + least + "-" + most);
    }
  }
}

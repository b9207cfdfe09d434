package fr.porteouverte.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a visitor their partner's agents see: what they need on that day. Staff of the house
 * answer the telephone and see all of it on every day.
 *
 * @param fullName else the initial of the last name
 * @param phone else none
 */
public record Discretion(boolean fullName, boolean phone) {
  /** So long after a session what came of it can still be written down under the full name. */
  private static final int DAYS_TO_NOTE = 7;

  /**
   * @param day of the session
   * @param today both of the house
   */
  public static Discretion of(boolean staff, LocalDate day, LocalDate today) {
    if (staff) {
      return new Discretion(true, true);
    }
    return new Discretion(isNoted(day, today), today.equals(day));
  }

  /** Whether the person is, or was lately, in front of their partner's agent. */
  public static boolean isNoted(LocalDate day, LocalDate today) {
    return !today.isBefore(day) && !today.isAfter(day.plusDays(DAYS_TO_NOTE));
  }

  public String lastName(String name) {
    return fullName ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
  }

  public @Nullable String phone(@Nullable String number) {
    return phone ? number : null;
  }
}

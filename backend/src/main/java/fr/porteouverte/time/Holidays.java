package fr.porteouverte.time;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * French public holidays. The library knows the national ones; what a territory adds stands in
 * {@code calendar/holidays-of-territories.xml}.
 *
 * <p>Pacific territories and Saint-Pierre-et-Miquelon get the national days only: what they add by
 * local law is for the house to enter as a closure.
 */
public final class Holidays {
  private static final HolidayManager NATIONAL =
      HolidayManager.getInstance(ManagerParameters.create("fr"));
  private static final HolidayManager TERRITORIAL =
      HolidayManager.getInstance(ManagerParameters.create(territories()));
  private static final Map<String, Set<LocalDate>> DAYS = new ConcurrentHashMap<>();

  private Holidays() {}

  /**
   * @param holidayZone as in {@link fr.porteouverte.time.Territory}: {@code fr} or {@code fr-re}
   */
  public static boolean isHoliday(String holidayZone, LocalDate day) {
    return DAYS.computeIfAbsent(
            holidayZone + day.getYear(), key -> days(holidayZone, Year.of(day.getYear())))
        .contains(day);
  }

  private static Set<LocalDate> days(String holidayZone, Year year) {
    Set<LocalDate> days = new HashSet<>();
    for (Holiday holiday : NATIONAL.getHolidays(year)) {
      days.add(holiday.getDate());
    }
    int dash = holidayZone.indexOf('-');
    if (dash > 0) {
      for (Holiday holiday : TERRITORIAL.getHolidays(year, holidayZone.substring(dash + 1))) {
        days.add(holiday.getDate());
      }
    }
    return Set.copyOf(days);
  }

  private static URL territories() {
    return Holidays.class.getResource("/calendar/holidays-of-territories.xml");
  }
}

package fr.porteouverte.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people say them, in the house's zone; the app spells them the same way. */
public final class Spell {
  private static final String NO_BREAK = "\u00a0";

  private Spell() {}

  /** "mardi 24 novembre 2026", "Tuesday 24 November 2026". */
  public static String day(Instant instant, ZoneId zone, String language) {
    return format("EEEE d MMMM yyyy", instant.atZone(zone), language);
  }

  /** "mar. 24 nov.", "Tue 24 Nov": for a text message. */
  public static String shortDay(Instant instant, ZoneId zone, String language) {
    return format("EEE d MMM", instant.atZone(zone), language);
  }

  /** "mardi 24 novembre", "Tuesday 24 November". */
  public static String dayWithoutYear(Instant instant, ZoneId zone, String language) {
    return format("EEEE d MMMM", instant.atZone(zone), language);
  }

  /** "9 h 30", "14 h"; "9:30 am", "2 pm". */
  public static String time(Instant instant, ZoneId zone, String language) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    String minutes = time.getMinute() == 0 ? "" : String.format("%02d", time.getMinute());
    if (isFrench(language)) {
      return time.getHour() + NO_BREAK + "h" + (minutes.isEmpty() ? "" : NO_BREAK + minutes);
    }
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return hour
        + (minutes.isEmpty() ? "" : ":" + minutes)
        + NO_BREAK
        + (time.getHour() < 12 ? "am" : "pm");
  }

  /** "mardi 24 novembre 2026 à 9 h 30". */
  public static String moment(Instant instant, ZoneId zone, String language) {
    return day(instant, zone, language)
        + (isFrench(language) ? " à " : " at ")
        + time(instant, zone, language);
  }

  private static String format(String pattern, ZonedDateTime time, String language) {
    Locale locale = isFrench(language) ? Locale.FRANCE : Locale.UK;
    String day = DateTimeFormatter.ofPattern(pattern, locale).format(time);
    return isFrench(language) ? day.replaceFirst("(^| )1 ", "$11er ") : day;
  }

  private static boolean isFrench(String language) {
    return !"en".equals(language);
  }
}

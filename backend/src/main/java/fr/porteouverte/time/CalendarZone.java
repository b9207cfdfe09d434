package fr.porteouverte.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as calendars want it (VTIMEZONE), good from some moment on. Out of Java's rules: the
 * library's own files name La Réunion after Dubai, and look on the Internet for newer ones.
 */
final class CalendarZone {
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

  private CalendarZone() {}

  static VTimeZone of(ZoneId zone, Instant from) {
    ZoneRules rules = zone.getRules();
    VTimeZone component = new VTimeZone();
    component.add(new TzId(zone.getId()));
    List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
    if (yearly.isEmpty()) {
      ZoneOffset offset = rules.getOffset(from);
      component.add(observance(new Standard(), LONG_AGO, offset, offset));
    }
    int year = from.atZone(zone).getYear() - 1;
    for (ZoneOffsetTransitionRule rule : yearly) {
      ZoneOffsetTransition change = rule.createTransition(year);
      boolean summer = rules.isDaylightSavings(change.getInstant());
      Observance observance =
          observance(
              summer ? new Daylight() : new Standard(),
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter());
      observance.add(new RRule<LocalDateTime>(everyYear(rule)));
      component.add(observance);
    }
    return component;
  }

  private static Observance observance(
      Observance observance, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(start));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }

  /** The last or second Sunday of a month, else a weekday among the seven days from a date on. */
  private static String everyYear(ZoneOffsetTransitionRule rule) {
    String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
    int day = rule.getDayOfMonthIndicator();
    if (rule.getDayOfWeek() == null) {
      return month + ";BYMONTHDAY=" + day;
    }
    String weekday = rule.getDayOfWeek().name().substring(0, 2).toUpperCase(Locale.ROOT);
    if (day == -1 || day + 6 == rule.getMonth().minLength()) {
      return month + ";BYDAY=-1" + weekday;
    }
    if (day % 7 == 1) {
      return month + ";BYDAY=" + (day / 7 + 1) + weekday;
    }
    String days =
        IntStream.range(day, day + 7).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return month + ";BYMONTHDAY=" + days + ";BYDAY=" + weekday;
  }
}

package fr.porteouverte.time;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An iCalendar object (RFC 5545) that is being written: times are the house's, its zone comes with
 * them, and lines are folded. Every calendar of the product is made here.
 */
public final class CalendarText {
  /** A line without its end (3.1); the library folds by characters, of which "é" has two octets. */
  private static final int OCTETS = 75;

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final Calendar calendar = new Calendar();
  private final Map<String, Instant> zones = new TreeMap<>();

  public CalendarText() {
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId("-//Porte ouverte//FR"));
  }

  public void add(Property property) {
    calendar.add(property);
  }

  /** From when to when it lasts, as the clocks of the house show it. */
  public void add(VEvent event, Instant start, Instant end, ZoneId zone) {
    event.add(local("DTSTART", start, zone));
    event.add(local("DTEND", end, zone));
    zones.merge(zone.getId(), start, (a, b) -> a.isBefore(b) ? a : b);
    calendar.add(event);
  }

  /** The text, with the zones before what happens in them. */
  public String written() {
    Calendar whole = new Calendar();
    calendar.getProperties().forEach(whole::add);
    zones.forEach((id, from) -> whole.add(CalendarZone.of(ZoneId.of(id), from)));
    calendar.getComponents().forEach(whole::add);
    StringBuilder text = new StringBuilder();
    whole.toString().lines().forEach(line -> fold(line, text));
    return text.toString();
  }

  /**
   * A time in the house's zone. Not the library's own property: that one would load a thousand
   * zones into the JVM, and look for newer ones on the Internet.
   */
  private static Property local(String name, Instant instant, ZoneId zone) {
    return new XProperty(
        name,
        new ParameterList(List.of(new TzId(zone.getId()))),
        LOCAL.format(instant.atZone(zone)));
  }

  /** Never within a character, nor between a letter and the accents that follow it. */
  static void fold(String line, StringBuilder text) {
    int octets = 0;
    int at = 0;
    while (at < line.length()) {
      int next = at + Character.charCount(line.codePointAt(at));
      while (next < line.length() && isMark(line.codePointAt(next))) {
        next += Character.charCount(line.codePointAt(next));
      }
      String letter = line.substring(at, next);
      int size = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > OCTETS && octets > 1) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(letter);
      octets += size;
      at = next;
    }
    text.append("\r\n");
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}

package fr.porteouverte.feed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;

/** Reads a calendar as a calendar program does. */
final class ReadBack {
  private ReadBack() {}

  static Calendar calendar(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      calendar.validate(true);
      return calendar;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ParserException unreadable) {
      throw new AssertionError(text, unreadable);
    }
  }

  static List<VEvent> events(String text) {
    return calendar(text).getComponents(Component.VEVENT);
  }

  static Instant start(VEvent event) {
    Temporal start = event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow().getDate();
    return start instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(start);
  }

  static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}

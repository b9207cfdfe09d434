package fr.porteouverte.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Reads a calendar as a strict calendar program does: no line too long, none cut in a letter. */
public final class ReadBack {
  private ReadBack() {}

  public static Calendar calendar(String text) {
    requireFolded(text);
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

  /** RFC 5545, 3.1: lines end with CRLF and have 75 octets at most, whole characters each. */
  private static void requireFolded(String text) {
    assertThat(text).endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n", "\ufffd");
    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(UTF_8).length).as(line).isLessThanOrEqualTo(75);
    }
  }

  public static List<VEvent> events(String text) {
    return calendar(text).getComponents(Component.VEVENT);
  }

  public static Instant start(VEvent event) {
    Temporal start = event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow().getDate();
    return start instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(start);
  }

  public static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}

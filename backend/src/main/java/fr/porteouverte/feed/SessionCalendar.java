package fr.porteouverte.feed;

import fr.porteouverte.feed.Entry.Standing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Sessions as an iCalendar object (RFC 5545, RFC 7986). The same sessions give the same text at
 * every reading, so that its digest can say whether anything changed. Pure.
 */
final class SessionCalendar {
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private SessionCalendar() {}

  static String of(String name, List<Entry> entries, Locale language) {
    Calendar calendar = new Calendar();
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId("-//Porte ouverte//FR"));
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN));
    zones(entries).forEach((id, from) -> calendar.add(ZoneComponent.of(ZoneId.of(id), from)));
    entries.forEach(entry -> calendar.add(event(entry, language)));
    return folded(calendar);
  }

  /** Each zone with its first moment. */
  private static Map<String, Instant> zones(List<Entry> entries) {
    Map<String, Instant> zones = new TreeMap<>();
    for (Entry entry : entries) {
      zones.merge(entry.zone().getId(), entry.start(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return zones;
  }

  private static VEvent event(Entry entry, Locale language) {
    VEvent event = new VEvent(false);
    event.add(new Uid("session-" + entry.sessionId() + "@porte-ouverte"));
    event.add(new Sequence(entry.sequence()));
    event.add(new DtStamp(entry.stamp()));
    event.add(new LastModified(entry.stamp()));
    event.add(local("DTSTART", entry.start(), entry.zone()));
    event.add(local("DTEND", entry.end(), entry.zone()));
    event.add(
        switch (entry.standing()) {
          case tentative -> ImmutableStatus.VEVENT_TENTATIVE;
          case certain -> ImmutableStatus.VEVENT_CONFIRMED;
          case cancelled -> ImmutableStatus.VEVENT_CANCELLED;
        });
    String summary = entry.summary().in(language);
    event.add(
        new Summary(
            entry.standing() == Standing.cancelled ? cancelled(summary, language) : summary));
    event.add(new Description(entry.description().in(language)));
    event.add(new Location(entry.location()));
    event.add(new Url(URI.create(entry.url())));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
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

  /** Many calendars show no status. */
  private static String cancelled(String summary, Locale language) {
    return (language.getLanguage().equals("en") ? "Cancelled: " : "Annulé : ") + summary;
  }

  private static String folded(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}

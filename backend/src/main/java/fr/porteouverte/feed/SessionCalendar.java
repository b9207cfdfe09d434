package fr.porteouverte.feed;

import fr.porteouverte.feed.Entry.Standing;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.time.CalendarText;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * Sessions as an iCalendar object (RFC 5545, RFC 7986). The same sessions give the same text at
 * every reading, so that its digest can say whether anything changed. Pure.
 */
final class SessionCalendar {
  private static final Duration AGAIN = Duration.ofHours(1);

  private SessionCalendar() {}

  static String of(String name, List<Entry> entries, Locale language) {
    CalendarText calendar = new CalendarText();
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN));
    entries.forEach(
        entry -> calendar.add(event(entry, language), entry.start(), entry.end(), entry.zone()));
    return calendar.written();
  }

  private static VEvent event(Entry entry, Locale language) {
    VEvent event = new VEvent(false);
    event.add(new Uid("session-" + entry.sessionId() + "@porte-ouverte"));
    event.add(new Sequence(entry.sequence()));
    event.add(new DtStamp(entry.stamp()));
    event.add(new LastModified(entry.stamp()));
    event.add(
        switch (entry.standing()) {
          case tentative -> ImmutableStatus.VEVENT_TENTATIVE;
          case certain -> ImmutableStatus.VEVENT_CONFIRMED;
          case cancelled -> ImmutableStatus.VEVENT_CANCELLED;
        });
    String summary = entry.summary().in(language);
    event.add(
        new Summary(
            entry.standing() == Standing.cancelled
                ? CancellationCause.heading(entry.cause()).in(language) + summary
                : summary));
    event.add(new Description(entry.description().in(language)));
    event.add(new Location(entry.location()));
    event.add(new Url(URI.create(entry.url())));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }
}

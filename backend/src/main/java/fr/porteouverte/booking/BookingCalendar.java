package fr.porteouverte.booking;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.DocumentNeed;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Address;
import fr.porteouverte.time.CalendarText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A booking as an iCalendar object (RFC 5545, RFC 5546). It names no visitor: calendars are often
 * shared.
 */
@ApplicationScoped
class BookingCalendar {
  private final URI organizer;

  /**
   * @param sender whom the mails come from, with or without a name
   */
  BookingCalendar(@ConfigProperty(name = "quarkus.mailer.from") String sender) {
    this.organizer = URI.create("mailto:" + sender.replaceFirst(".*<([^>]*)>.*", "$1").strip());
  }

  String of(Booking booking) {
    boolean cancelled = booking.state() == BookingState.cancelled;
    Locale language = Locale.forLanguageTag(booking.visitor().language());
    CalendarText calendar = new CalendarText();
    calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
    VEvent event = new VEvent(false);
    event.add(new Uid(booking.reference() + "@porte-ouverte"));
    event.add(new Sequence(booking.sequence()));
    event.add(new DtStamp(booking.updatedAt()));
    event.add(new LastModified(booking.updatedAt()));
    event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(organizer(booking.site().name()));
    event.add(new Summary(summary(booking, cancelled, language)));
    event.add(new Location(booking.site().name() + ", " + line(booking.site().address())));
    event.add(
        new Geo(
            BigDecimal.valueOf(booking.site().latitude()),
            BigDecimal.valueOf(booking.site().longitude())));
    event.add(new Description(words(booking, language)));
    calendar.add(event, booking.start(), booking.end(), booking.site().zone());
    return calendar.written();
  }

  /** RFC 5546 wants one in each PUBLISH and CANCEL, and the same in both. */
  private Organizer organizer(String house) {
    Organizer by = new Organizer(organizer);
    by.add(new Cn(house.replace('"', '\'').replaceAll("\\p{Cc}+", " ")));
    return by;
  }

  private static String line(Address address) {
    return address.street() + ", " + address.postcode() + " " + address.commune();
  }

  private static String words(Booking booking, Locale language) {
    boolean french = language.getLanguage().equals("fr");
    String papers =
        Stream.concat(
                booking.procedureHere().documents().stream()
                    .map(need -> paper(need, language, french)),
                Stream.ofNullable(booking.procedureHere().note()))
            .collect(Collectors.joining("\n"));
    return why(booking, french)
        + (french ? "Rendez-vous " : "Booking ")
        + Reference.spelled(booking.reference())
        + (papers.isEmpty() ? "" : (french ? "\n\nÀ apporter :\n" : "\n\nBring:\n") + papers);
  }

  /** Many calendars show no status. */
  private static String summary(Booking booking, boolean cancelled, Locale language) {
    String title = booking.procedure().title().in(language);
    // The appointment: who or what took it away is said below.
    return cancelled ? CancellationCause.heading(null).in(language) + title : title;
  }

  private static String why(Booking booking, boolean french) {
    Partner partner = booking.partner();
    String why =
        booking.cancelledByHouse()
            ? CancellationCause.why(
                booking.cancellationCause(),
                partner == null ? null : partner.name(),
                booking.cancellationReason(),
                french)
            : null;
    return why == null ? "" : why + "\n\n";
  }

  private static String paper(DocumentNeed need, Locale language, boolean french) {
    String label = "- " + need.document().label().in(language);
    if (need.required()) {
      return label;
    }
    return label + (french ? " (si cela vous concerne)" : " (if it applies to you)");
  }
}

package fr.porteouverte.booking;

import fr.porteouverte.procedure.DocumentNeed;
import fr.porteouverte.site.Address;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A booking as an iCalendar object (RFC 5545, RFC 5546): times in UTC, so that no calendar needs to
 * know our zones. It names no visitor: calendars are often shared.
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
    Calendar calendar = new Calendar();
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId("-//Porte ouverte//FR"));
    calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
    VEvent event = new VEvent(false);
    event.add(new Uid(booking.reference() + "@porte-ouverte"));
    event.add(new Sequence(booking.sequence()));
    event.add(new DtStamp(booking.updatedAt()));
    event.add(new LastModified(booking.updatedAt()));
    event.add(new DtStart<>(booking.start()));
    event.add(new DtEnd<>(booking.end()));
    event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(organizer(booking.site().name()));
    event.add(new Summary(booking.procedure().title().in(language)));
    event.add(new Location(booking.site().name() + ", " + line(booking.site().address())));
    event.add(
        new Geo(
            java.math.BigDecimal.valueOf(booking.site().latitude()),
            java.math.BigDecimal.valueOf(booking.site().longitude())));
    event.add(new Description(words(booking, language)));
    calendar.add(event);
    return calendar.toString();
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
        booking.procedure().documents().stream()
            .map(need -> paper(need, language, french))
            .collect(Collectors.joining("\n"));
    return (french ? "Rendez-vous " : "Booking ")
        + booking.reference()
        + (papers.isEmpty() ? "" : (french ? "\n\nÀ apporter :\n" : "\n\nBring:\n") + papers);
  }

  private static String paper(DocumentNeed need, Locale language, boolean french) {
    String label = "- " + need.document().label().in(language);
    if (need.required()) {
      return label;
    }
    return label + (french ? " (si cela vous concerne)" : " (if it applies to you)");
  }
}

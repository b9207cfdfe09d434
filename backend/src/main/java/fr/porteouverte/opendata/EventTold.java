package fr.porteouverte.opendata;

import fr.porteouverte.event.EventService;
import fr.porteouverte.event.EventSessionView;
import fr.porteouverte.event.EventView;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.SiteSummary;
import fr.porteouverte.time.Spell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of events. */
@ApplicationScoped
class EventTold {
  private static final int LONGEST = 200;

  @Inject EventService events;
  @Inject AppAddress app;

  /** Empty: no such event is published, or it is over. */
  Optional<PageTold> told(String code) {
    return events.published().stream()
        .filter(event -> event.code().equals(code))
        .findFirst()
        .map(this::told);
  }

  PageTold all() {
    Map<String, String> links = new LinkedHashMap<>();
    events
        .published()
        .forEach(
            event ->
                links.put("/evenements/" + event.code(), event.title().fr() + ", " + dates(event)));
    Markup text = new Markup().heading(1, "Événements et ateliers").links(links);
    return new PageTold(
        "/evenements",
        "Événements et ateliers dans les maisons de services publics",
        "Portes ouvertes, ateliers et démonstrations dans les maisons de services publics."
            + " C’est gratuit.",
        Map.of(),
        text.toString());
  }

  private PageTold told(EventView event) {
    String title = event.title().fr();
    Markup text = new Markup().heading(1, title).line(dates(event)).line(event.summary().fr());
    text.list(event.sessions().stream().map(EventTold::line).toList());
    String summary = dates(event) + ". " + event.summary().fr();
    return new PageTold(
        "/evenements/" + event.code(),
        title + " – " + dates(event),
        summary.length() <= LONGEST ? summary : summary.substring(0, LONGEST - 1) + "…",
        SchemaOrg.page(facts(event)),
        text.toString());
  }

  private Map<String, Object> facts(EventView event) {
    List<EventSessionView> held =
        event.sessions().stream()
            .filter(session -> session.state() != SessionState.cancelled)
            .toList();
    Map<String, Object> facts =
        SchemaOrg.thing(
            "Event",
            "name",
            event.title().fr(),
            "description",
            event.summary().fr(),
            "url",
            app.of("/evenements/" + event.code()),
            "startDate",
            event.firstDate(),
            "endDate",
            event.lastDate(),
            "eventAttendanceMode",
            "https://schema.org/OfflineEventAttendanceMode",
            "isAccessibleForFree",
            true);
    if (!held.isEmpty()) {
      facts.put(
          "location",
          held.stream().map(EventSessionView::site).distinct().map(EventTold::place).toList());
      facts.put("subEvent", held.stream().map(EventTold::workshop).toList());
    }
    return facts;
  }

  private static Map<String, Object> workshop(EventSessionView session) {
    return SchemaOrg.thing(
        "Event",
        "name",
        session.title().fr(),
        "startDate",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.start()),
        "endDate",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.end()),
        "location",
        place(session.site()));
  }

  private static Map<String, Object> place(SiteSummary site) {
    return SchemaOrg.thing(
        "Place",
        "name",
        site.name(),
        "address",
        SchemaOrg.thing(
            "PostalAddress",
            "streetAddress",
            site.address().street(),
            "postalCode",
            site.address().postcode(),
            "addressLocality",
            site.address().commune(),
            "addressCountry",
            "FR"));
  }

  private static String line(EventSessionView session) {
    ZoneId zone = ZoneId.of(session.site().zone());
    Instant start = session.start().toInstant();
    return Spell.day(start, zone, "fr")
        + ", "
        + Spell.time(start, zone, "fr")
        + " : "
        + session.title().fr()
        + ", "
        + session.site().name()
        + (session.state() == SessionState.cancelled ? " (annulé)" : "");
  }

  private static String dates(EventView event) {
    return event.firstDate().equals(event.lastDate())
        ? "le " + day(event.firstDate())
        : "du " + day(event.firstDate()) + " au " + day(event.lastDate());
  }

  private static String day(String date) {
    return Spell.day(
        LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC, "fr");
  }
}

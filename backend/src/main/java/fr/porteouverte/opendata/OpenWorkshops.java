package fr.porteouverte.opendata;

import fr.porteouverte.event.EventService;
import fr.porteouverte.event.EventSessionView;
import fr.porteouverte.event.EventView;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.http.Ids;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published events that are not over, workshop by workshop. */
@ApplicationScoped
class OpenWorkshops {
  @Inject EventService events;
  @Inject Sites sites;
  @Inject AppAddress app;

  /** In the caller's transaction, by date. */
  List<OpenWorkshop> list() {
    Map<Long, Site> shown =
        sites.shown().stream().collect(Collectors.toMap(Site::id, Function.identity()));
    return events.published().stream().flatMap(event -> rows(event, shown)).toList();
  }

  private Stream<OpenWorkshop> rows(EventView event, Map<Long, Site> shown) {
    List<OpenWorkshop> workshops = new ArrayList<>();
    for (EventSessionView session : event.sessions()) {
      Site site = shown.get(Ids.parse(session.siteId()));
      if (site != null) {
        workshops.add(row(event, session, site));
      }
    }
    return workshops.isEmpty() ? Stream.of(row(event)) : workshops.stream();
  }

  private OpenWorkshop row(EventView event, EventSessionView session, Site site) {
    return new OpenWorkshop(
        event.code(),
        event.title().fr(),
        event.summary().fr(),
        event.firstDate(),
        event.lastDate(),
        page(event),
        session.sessionId(),
        session.title().fr(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.start()),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.end()),
        session.state() == SessionState.cancelled,
        site.code(),
        site.name(),
        site.address().street(),
        site.address().postcode(),
        site.address().commune(),
        site.address().insee(),
        site.latitude(),
        site.longitude(),
        session.partner() == null ? null : session.partner().name().fr());
  }

  private OpenWorkshop row(EventView event) {
    return new OpenWorkshop(
        event.code(),
        event.title().fr(),
        event.summary().fr(),
        event.firstDate(),
        event.lastDate(),
        page(event),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private String page(EventView event) {
    return app.of("/evenements/" + event.code());
  }
}

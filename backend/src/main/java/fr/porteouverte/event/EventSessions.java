package fr.porteouverte.event;

import fr.porteouverte.database.Tally;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionFacts;
import fr.porteouverte.session.SessionFacts.Facts;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.SiteSummary;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workshops of events with their places. */
@ApplicationScoped
class EventSessions {
  @Inject EntityManager database;
  @Inject SessionFacts facts;
  @Inject Clock clock;

  /** By the events' ids, each by start. */
  Map<Long, List<EventSessionView>> of(Collection<Event> events) {
    Map<Long, List<EventSessionView>> byEvent = new LinkedHashMap<>();
    events.forEach(event -> byEvent.put(event.id(), new ArrayList<>()));
    if (byEvent.isEmpty()) {
      return byEvent;
    }
    List<Session> sessions = where("p.eventId in :ids and not s.withdrawn", byEvent.keySet());
    Map<Long, EventSessionView> views = views(sessions);
    for (Session session : sessions) {
      EventSessionView view = views.get(session.id());
      if (view != null) {
        byEvent
            .computeIfAbsent(session.permanence().eventId(), none -> new ArrayList<>())
            .add(view);
      }
    }
    return byEvent;
  }

  List<EventSessionView> of(Event event) {
    return of(List.of(event)).getOrDefault(event.id(), List.of());
  }

  /** Of one workshop; as a rule exactly one. */
  List<EventSessionView> ofWorkshop(long permanenceId) {
    return List.copyOf(views(where("p.id in :ids", List.of(permanenceId))).values());
  }

  private List<Session> where(String which, Collection<Long> ids) {
    return database
        .createQuery(
            "select s from Session s join fetch s.permanence p join fetch p.site"
                + " left join fetch p.partner where "
                + which
                + " order by s.start, s.id",
            Session.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private Map<Long, EventSessionView> views(List<Session> sessions) {
    Instant now = clock.instant();
    Map<Long, Facts> known = facts.of(sessions, now);
    Map<Long, Long> slots = slots(sessions, now);
    Map<Long, EventSessionView> views = new LinkedHashMap<>();
    for (Session session : sessions) {
      // A workshop that is deleted while it is read has none any more: it is left out.
      first(session.permanence())
          .map(
              procedure ->
                  view(
                      session,
                      procedure,
                      known.getOrDefault(session.id(), Facts.NONE),
                      slots.get(session.id())))
          .ifPresent(view -> views.put(session.id(), view));
    }
    return views;
  }

  private static Optional<Procedure> first(Permanence permanence) {
    return permanence.procedures().stream().min(Comparator.comparing(Procedure::id));
  }

  private static EventSessionView view(
      Session session, Procedure procedure, Facts facts, @Nullable Long slot) {
    Permanence permanence = session.permanence();
    ZoneId zone = permanence.site().zone();
    Text title = permanence.title() == null ? procedure.title() : permanence.title();
    boolean open = session.state() != SessionState.cancelled && slot != null;
    return new EventSessionView(
        Ids.of(session.id()),
        Ids.of(permanence.id()),
        Ids.of(permanence.site().id()),
        SiteSummary.of(permanence.site()),
        title,
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        permanence.mode(),
        session.state(),
        PartnerRef.ofHost(permanence.partner()),
        permanence.room(),
        facts.places() == null ? permanence.capacity() : facts.places(),
        open && facts.remaining() != null ? facts.remaining() : 0,
        Ids.of(procedure.id()),
        open && slot != null ? Ids.of(slot) : null);
  }

  /** The first slot of each session that can be booked. */
  private Map<Long, Long> slots(Collection<Session> sessions, Instant now) {
    return sessions.isEmpty()
        ? Map.of()
        : Tally.byId(
            database
                .createQuery(
                    "select s.sessionId, min(s.id) from Slot s where s.sessionId in :ids"
                        + " and not s.closed and s.start > :now group by s.sessionId",
                    Tally.class)
                .setParameter("ids", sessions.stream().map(Session::id).toList())
                .setParameter("now", now)
                .getResultList());
  }
}

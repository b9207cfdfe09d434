package fr.porteouverte.feed;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sessions of a feed: two weeks back, and as far ahead as they are known. */
@ApplicationScoped
class FeedSessions {
  private static final Duration BACK = Duration.ofDays(14);
  private static final String SESSIONS =
      "select s from Session s join fetch s.permanence p join fetch p.site left join fetch p.partner"
          + " where s.start >= :from and ";
  private static final String BY_START = " order by s.start, s.id";

  /** Without workshops of events that are not published. (Events lie above this room.) */
  private static final String PUBLIC =
      " and (p.eventId is null or exists (select 1 from Event e where e.id = p.eventId"
          + " and e.published))";

  @Inject EntityManager database;
  @Inject SessionFacts facts;
  @Inject FeedRights rights;
  @Inject UsualHouses usual;
  @Inject AgentScopes places;
  @Inject Clock clock;

  @Inject AppAddress app;

  /** What anybody may know of a house. */
  List<Entry> ofSiteForAll(long siteId) {
    return entries(where("s.siteId = :site" + PUBLIC).setParameter("site", siteId), false);
  }

  /**
   * @throws NotFound when who asked for it is gone, or may not see it any more
   */
  List<Entry> of(CalendarFeed feed) {
    if (!rights.stand(feed)) {
      throw new NotFound();
    }
    return switch (feed.kind()) {
      case site -> entries(where("s.siteId = :site").setParameter("site", feed.siteId()), true);
      case permanence ->
          // After a cut its later sessions are another permanence's.
          entries(where("p in :series").setParameter("series", rights.series(feed)), true);
      case agent -> work(feed.agent());
    };
  }

  /**
   * What is in their houses; a partner's agent has what is theirs or might be, in the houses given
   * to them.
   */
  private List<Entry> work(String username) {
    AgentScopes.Of scope = places.of(username);
    List<String> which = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (!scope.sites().isEmpty()) {
      which.add("s.siteId in :sites");
      values.put("sites", scope.sites());
    }
    PartnerReach reach = scope.reach();
    if (reach != null) {
      Set<Long> houses = usual.of(username, reach);
      which.add(
          "p.partner.id in :partners"
              + (reach.sites() == null ? "" : " and s.siteId in :reach")
              + " and (s.agent = :me"
              + (houses.isEmpty() ? ")" : " or s.agent is null and s.siteId in :houses)"));
      values.put("partners", reach.partners());
      values.put("me", username);
      if (reach.sites() != null) {
        values.put("reach", reach.sites());
      }
      if (!houses.isEmpty()) {
        values.put("houses", houses);
      }
    }
    TypedQuery<Session> query = where("(" + String.join(" or ", which) + ")");
    values.forEach(query::setParameter);
    return entries(query, true);
  }

  private TypedQuery<Session> where(String which) {
    return database
        .createQuery(SESSIONS + which + BY_START, Session.class)
        .setParameter("from", clock.instant().minus(BACK));
  }

  private List<Entry> entries(TypedQuery<Session> query, boolean forStaff) {
    List<Session> sessions = query.getResultList();
    Map<Long, SessionFacts.Facts> known = facts.of(sessions, clock.instant());
    Map<Long, Instant> changed =
        Chunks.of(sessions.stream().map(Session::id).toList())
            .flatMap(this::decided)
            .collect(Collectors.toMap(Decided::sessionId, Decided::changedAt));
    return sessions.stream()
        .map(
            s ->
                EntryWriter.of(
                    s,
                    known.getOrDefault(s.id(), SessionFacts.Facts.NONE),
                    changed.get(s.id()),
                    forStaff,
                    app.of(page(s))))
        .toList();
  }

  private static String page(Session session) {
    return "/maisons/" + session.permanence().site().id();
  }

  private record Decided(Long sessionId, Instant changedAt) {}

  /** When somebody last decided something about some sessions. */
  private Stream<Decided> decided(List<Long> ids) {
    return Sql.of(
        database,
        "select session_id, max(at) as changed_at from session_event"
            + " where session_id in (:ids) group by session_id")
        .with("ids", ids)
        .list(Decided.class)
        .stream();
  }
}

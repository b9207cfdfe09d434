package fr.porteouverte.session;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.session.AgentSessionView.ColleagueView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads sessions for those who decide about them. In the caller's transaction. */
@ApplicationScoped
public class AgentSessions {
  @Inject Sessions sessions;
  @Inject FoundSessions found;
  @Inject SessionLoads loads;
  @Inject SessionCauses causes;
  @Inject Colleagues colleagues;
  @Inject Access access;
  @Inject Clock clock;

  /** For its partner's agents and staff of its house; to others it is as unknown as none. */
  public AgentSessionView get(long id) {
    requireOwn(id);
    return view(sessions.findById(id));
  }

  /** The session of somebody who may decide about it; others hear 404. */
  Sessions.Ref requireOwn(long id) {
    Sessions.Ref ref = sessions.ref(id).orElseThrow(NotFound::new);
    access.requireOwn(ref.siteId(), ref.partnerId());
    return ref;
  }

  AgentSessionView view(Session session) {
    return views(List.of(session)).get(0);
  }

  /**
   * A page, by start. Sessions that left the calendar are shown for as long as somebody is booked.
   */
  Page<AgentSessionView> list(SessionQuery query) {
    List<Session> rows = found.of(query, clock.instant());
    boolean more = rows.size() > query.limit();
    List<Session> page = more ? rows.subList(0, query.limit()) : rows;
    return new Page<>(
        views(page).stream().filter(view -> !view.withdrawn() || view.booked() > 0).toList(),
        more ? Cursor.encode(SessionQuery.Position.of(page.get(page.size() - 1))) : null);
  }

  /**
   * Where the caller may look: their partner's sessions in the houses given to them, everybody's in
   * their own.
   *
   * @param site null: everywhere
   * @param partner null: everybody's
   */
  void requireSeen(@Nullable Long site, @Nullable Long partner) {
    CurrentAgent caller = access.caller();
    PartnerReach reach = caller.reach();
    if (site != null && !caller.mayActAt(site) && (reach == null || !reach.covers(site))) {
      throw new NotFound();
    }
    boolean staff = caller.is(Role.ADMIN) || !caller.sites().isEmpty();
    if (partner != null && !staff && (reach == null || !reach.has(partner))) {
      throw new NotFound();
    }
  }

  /** Ids of the caller's houses; null: all of them. */
  @Nullable Set<Long> houses() {
    CurrentAgent caller = access.caller();
    return caller.is(Role.ADMIN) ? null : caller.sites();
  }

  /** Whom the caller acts for, and where; null: for no partner. */
  @Nullable PartnerReach reach() {
    return access.caller().reach();
  }

  private List<AgentSessionView> views(List<Session> rows) {
    Instant now = clock.instant();
    Map<Long, SessionLoads.Load> load = loads.of(rows.stream().map(Session::id).toList());
    Map<String, Colleagues.Person> people =
        colleagues.named(
            rows.stream().map(Session::agent).filter(Objects::nonNull).distinct().toList());
    Map<Long, CancellationCause> why = causes.of(rows);
    return rows.stream()
        .map(
            row ->
                AgentSessionView.of(
                    row,
                    agent(row.agent(), people),
                    load.getOrDefault(row.id(), SessionLoads.Load.NONE),
                    why.get(row.id()),
                    now))
        .toList();
  }

  private static @Nullable ColleagueView agent(
      @Nullable String username, Map<String, Colleagues.Person> people) {
    Colleagues.Person person = username == null ? null : people.get(username);
    return person == null ? null : ColleagueView.of(person);
  }
}

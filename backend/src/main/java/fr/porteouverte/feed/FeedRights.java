package fr.porteouverte.feed;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Whether an address still leads somewhere. A calendar program does not log in: what counts is
 * where the agent who asked for the address may act now.
 */
@ApplicationScoped
class FeedRights {
  @Inject AgentScopes places;
  @Inject Permanences permanences;

  /** Who asked for it may see what it shows. */
  boolean stand(CalendarFeed feed) {
    AgentScopes.Of where = places.of(feed.createdBy());
    return switch (feed.kind()) {
      case agent -> worksSomewhere(feed.agent());
      case site -> where.at(feed.siteId());
      case permanence -> maySee(where, permanences.findById(feed.permanenceId()));
    };
  }

  /** There are sessions that could be somebody's own work. */
  boolean worksSomewhere(String username) {
    AgentScopes.Of where = places.of(username);
    return where.reach() != null || !where.sites().isEmpty();
  }

  /** What it follows, and what was cut off from that, unless that went to another partner. */
  List<Permanence> series(CalendarFeed feed) {
    AgentScopes.Of where = places.of(feed.createdBy());
    return permanences.withFollowers(feed.permanenceId()).stream()
        .filter(part -> maySee(where, part))
        .toList();
  }

  private static boolean maySee(AgentScopes.Of where, Permanence permanence) {
    return where.sees(
        permanence.site().id(), permanence.partner() == null ? null : permanence.partner().id());
  }
}

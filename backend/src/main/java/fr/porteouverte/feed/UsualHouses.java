package fr.porteouverte.feed;

import fr.porteouverte.access.PartnerReach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** In which houses what nobody has taken yet might be an agent's. */
@ApplicationScoped
class UsualHouses {
  /** A partner in no more houses than this: any of its agents may go to any of them. */
  static final int FEW = 20;

  /** Who was somewhere so lately goes there again. */
  private static final Duration LATELY = Duration.ofDays(182);

  @Inject EntityManager database;
  @Inject Clock clock;

  /** Of those that were given to the agent. */
  Set<Long> of(String username, PartnerReach reach) {
    return all(username, reach.partners()).stream()
        .filter(reach::covers)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<Long> all(String username, Set<Long> partners) {
    List<Long> all =
        database
            .createQuery(
                "select distinct p.site.id from Permanence p where p.partner.id in :partners",
                Long.class)
            .setParameter("partners", partners)
            .setMaxResults(FEW + 1)
            .getResultList();
    return Set.copyOf(all.size() <= FEW ? all : usual(username, clock.instant().minus(LATELY)));
  }

  /** Where somebody was, or will be, by name. */
  private List<Long> usual(String username, Instant since) {
    return database
        .createQuery(
            "select distinct s.siteId from Session s where s.agent = :agent and s.start >= :since",
            Long.class)
        .setParameter("agent", username)
        .setParameter("since", since)
        .getResultList();
  }
}

package fr.porteouverte.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All feeds. */
@ApplicationScoped
class CalendarFeeds implements PanacheRepository<CalendarFeed> {

  Optional<CalendarFeed> opened(String digest) {
    return find("digest = ?1 and revokedAt is null", digest).firstResultOptional();
  }

  /** Those that somebody asked for and has not revoked, the latest first. */
  List<CalendarFeed> of(String username) {
    return list("createdBy = ?1 and revokedAt is null order by id desc", username);
  }

  /** Everybody's that show what is in a house, and are not revoked, the latest first. */
  List<CalendarFeed> at(long siteId) {
    return list(
        "revokedAt is null and (siteId = ?1 or permanenceId in (select p.id from Permanence p"
            + " where p.site.id = ?1)) order by id desc",
        siteId);
  }
}

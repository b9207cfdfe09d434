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
}

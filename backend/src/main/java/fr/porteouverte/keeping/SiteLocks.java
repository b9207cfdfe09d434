package fr.porteouverte.keeping;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.stream.Stream;

/** Locks houses that were read and are about to change, as whoever plans in them does. */
@ApplicationScoped
class SiteLocks {
  @Inject Sites sites;
  @Inject EntityManager database;

  /**
   * In the order of their ids: two who change several of the same wait, and never for each other.
   */
  void take(Stream<Site> houses) {
    houses.distinct().sorted(Comparator.comparingLong(Site::id)).forEach(this::take);
  }

  /**
   * @throws TryAgain somebody changed it since it was read
   */
  void take(Site house) {
    sites.lock(house.id());
    int now =
        Sql.of(database, "select version from site where id = :id")
            .with("id", house.id())
            .one(Integer.class);
    if (now != house.version()) {
      throw new TryAgain("somebody changed the house while it was waited for");
    }
  }
}

package fr.porteouverte.site;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;

/** All closures of houses. */
@ApplicationScoped
public class Closures implements PanacheRepository<Closure> {

  /**
   * @param now local time of the house
   */
  public List<Closure> notOver(long siteId, LocalDateTime now) {
    return list("site.id = ?1 and to > ?2 order by from, id", siteId, now);
  }
}

package fr.porteouverte.site;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** All closures of houses. */
@ApplicationScoped
public class Closures implements PanacheRepository<Closure> {

  /**
   * Those that touch some local days.
   *
   * @param to the day after the last one
   */
  public List<Closure> touching(long siteId, LocalDate from, LocalDate to) {
    return list(
        "site.id = ?1 and to > ?2 and from < ?3 order by from, id",
        siteId,
        from.atStartOfDay(),
        to.atStartOfDay());
  }

  /**
   * @param now local time of the house
   */
  public List<Closure> notOver(long siteId, LocalDateTime now) {
    return list("site.id = ?1 and to > ?2 order by from, id", siteId, now);
  }

  /**
   * Of all houses.
   *
   * @param now the earliest local time of any
   */
  public List<Closure> notOver(LocalDateTime now) {
    return list("to > ?1 order by from, id", now);
  }
}

package fr.porteouverte.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All procedures. */
@ApplicationScoped
public class Procedures implements PanacheRepository<Procedure> {

  /** What people come for every day: without what was made for workshops. */
  public List<Procedure> byTitle() {
    return list(
        "from Procedure p join fetch p.partner where not p.workshop order by p.titleFr, p.id");
  }

  /**
   * What can be had at a house. Permanences lie above this room: the query names them, the code
   * does not.
   */
  public List<Procedure> servedAt(long siteId) {
    return list(
        "from Procedure p join fetch p.partner where not p.workshop and p.id in (select served.id"
            + " from Permanence m join m.procedures served where m.site.id = ?1)"
            + " order by p.titleFr, p.id",
        siteId);
  }

  public Set<String> codes() {
    return Set.copyOf(
        getEntityManager()
            .createQuery("select p.code from Procedure p", String.class)
            .getResultList());
  }

  public Optional<Procedure> byCode(String code) {
    return find("code", code).firstResultOptional();
  }
}

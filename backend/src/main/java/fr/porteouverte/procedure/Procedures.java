package fr.porteouverte.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All procedures. */
@ApplicationScoped
public class Procedures implements PanacheRepository<Procedure> {

  public List<Procedure> byTitle() {
    return list("from Procedure p join fetch p.partner order by p.titleFr, p.id");
  }

  public Optional<Procedure> byCode(String code) {
    return find("code", code).firstResultOptional();
  }
}

package fr.porteouverte.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All partners. */
@ApplicationScoped
public class Partners implements PanacheRepository<Partner> {

  public List<Partner> byName() {
    return list("order by nameFr, id");
  }

  public Optional<Partner> byCode(String code) {
    return find("code", code).firstResultOptional();
  }
}

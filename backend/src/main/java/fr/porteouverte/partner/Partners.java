package fr.porteouverte.partner;

import fr.porteouverte.http.FieldReader;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All partners. */
@ApplicationScoped
public class Partners implements PanacheRepository<Partner> {

  public List<Partner> byName() {
    return list("order by nameFr, id");
  }

  public Optional<Partner> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /**
   * @return the partner that a field of a form names; null when there is none, which is said
   */
  public @Nullable Partner read(FieldReader fields, String name, @Nullable String value) {
    Long id = FieldReader.id(value);
    Partner partner = id == null ? null : findById(id);
    if (partner == null) {
      fields.wrong(name, "Ce partenaire n’existe pas.", "There is no such partner.");
    }
    return partner;
  }
}

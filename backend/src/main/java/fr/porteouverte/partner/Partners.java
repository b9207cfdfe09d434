package fr.porteouverte.partner;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.Text;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** All partners. */
@ApplicationScoped
public class Partners implements PanacheRepository<Partner> {
  private static final String HOUSES = "maison";

  public List<Partner> byName() {
    return list("archivedAt is null order by nameFr, id");
  }

  List<Partner> archivedByName() {
    return list("archivedAt is not null order by nameFr, id");
  }

  public Optional<Partner> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /**
   * A procedure is somebody's: what the houses do themselves is theirs. Made when it is first
   * needed, within the caller's transaction.
   */
  public Partner houses() {
    return byCode(HOUSES)
        .orElseGet(
            () -> {
              Partner houses = new Partner(HOUSES, new Text("La maison", "The house"), null);
              try {
                persistAndFlush(houses);
              } catch (ConstraintViolationException clash) {
                throw new TryAgain("somebody made the same partner");
              }
              return houses;
            });
  }

  /**
   * @return the partner that a field of a form names; null when there is none, which is said
   */
  public @Nullable Partner read(FieldReader fields, String name, @Nullable String value) {
    Long id = FieldReader.id(value);
    Partner partner = id == null ? null : findById(id);
    if (partner == null) {
      fields.wrong(name, "Ce partenaire n’existe pas.", "There is no such partner.");
    } else if (partner.archived()) {
      fields.wrong(name, "Ce partenaire est archivé.", "This partner is archived.");
    }
    return partner;
  }
}

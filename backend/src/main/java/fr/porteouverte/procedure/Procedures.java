package fr.porteouverte.procedure;

import fr.porteouverte.database.Edition;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All procedures. */
@ApplicationScoped
public class Procedures implements PanacheRepository<Procedure> {

  @Inject Edition edition;

  /** One that is only read, as it is remembered. */
  public Optional<Procedure> known(long id) {
    return edition.find(new Known(id), () -> findByIdOptional(id), Procedure::whole);
  }

  private record Known(long id) {}

  /**
   * What people choose for every day: without what was made for workshops or is the reception's.
   */
  public List<Procedure> byTitle() {
    return byTitle(false);
  }

  List<Procedure> byTitle(boolean archived) {
    return list(
        "from Procedure p join fetch p.partner left join fetch p.theme where not p.workshop"
            + " and p.code <> ?1 and p.archivedAt is "
            + (archived ? "not null" : "null")
            + " order by p.titleFr, p.id",
        Reception.CODE);
  }

  /** All that people keep, archived or not. */
  List<Procedure> kept() {
    return list(
        "from Procedure p join fetch p.partner left join fetch p.theme where not p.workshop"
            + " and p.code <> ?1 order by p.code",
        Reception.CODE);
  }

  List<Procedure> under(Theme theme) {
    return list("theme = ?1 and archivedAt is null order by titleFr, id", theme);
  }

  List<Procedure> asking(Document document) {
    return list(
        "from Procedure p where p.archivedAt is null and exists (select 1 from p.documents d where"
            + " d.document = ?1) order by p.titleFr, p.id",
        document);
  }

  /**
   * What can be had at a house, in its permanences or of its own clerks. Permanences and houses lie
   * in other rooms: the query names them, the code does not.
   */
  public List<Procedure> servedAt(long siteId) {
    return list(
        "from Procedure p join fetch p.partner left join fetch p.theme where not p.workshop and"
            + " p.archivedAt is null and (p.id in (select served.id from Permanence m join m.procedures served where"
            + " m.site.id = ?1) or p.id in (select own from Site s join s.procedures own where"
            + " s.id = ?1)) order by p.titleFr, p.id",
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

  /**
   * @return the procedure that a field of a form names; null when there is none, which is said
   */
  public @Nullable Procedure read(FieldReader fields, String name, @Nullable String value) {
    Long id = FieldReader.id(value);
    Procedure procedure = id == null ? null : findById(id);
    if (procedure == null) {
      fields.wrong(name, "Cette démarche n’existe pas.", "There is no such procedure.");
    } else if (procedure.archived()) {
      fields.wrong(name, "Cette démarche est archivée.", "This procedure is archived.");
    }
    return procedure;
  }

  /**
   * @param partner null: anybody's procedure will do
   */
  public @Nullable Procedure read(
      FieldReader fields, String name, @Nullable String value, @Nullable Partner partner) {
    Procedure procedure = read(fields, name, value);
    if (procedure != null && partner != null && procedure.partner().id() != partner.id()) {
      fields.wrong(
          name,
          "Cette démarche est celle d’un autre partenaire.",
          "This procedure belongs to another partner.");
      return null;
    }
    return procedure;
  }
}

package fr.porteouverte.site;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.FieldReader;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All houses. */
@ApplicationScoped
public class Sites implements PanacheRepository<Site> {

  public Optional<Site> byOfficialId(String officialId) {
    return find("officialId", officialId).firstResultOptional();
  }

  /** Where a house is, in degrees. */
  public record Position(long id, double latitude, double longitude) {}

  public List<Position> positions() {
    return getEntityManager()
        .createQuery("select s.id, s.latitude, s.longitude from Site s", Position.class)
        .getResultList();
  }

  /** How a house writes where it is. */
  public record Written(
      String name,
      String postcode,
      String commune,
      String insee,
      String department,
      double latitude,
      double longitude) {}

  public List<Written> addresses() {
    return getEntityManager()
        .createQuery(
            "select s.name, s.address.postcode, s.address.commune, s.address.insee, s.department,"
                + " s.latitude, s.longitude from Site s order by s.id",
            Written.class)
        .getResultList();
  }

  public List<Long> ids() {
    return getEntityManager()
        .createQuery("select s.id from Site s order by s.id", Long.class)
        .getResultList();
  }

  /** Those that are in the national list, with their hours at hand. */
  public List<Site> listed() {
    return list("from Site s left join fetch s.openingHours where s.officialId is not null");
  }

  public List<Site> withIds(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /**
   * Waits until no other transaction changes the calendar of this house, then reads it: a
   * permanence and a closure that are entered at the same moment would not see each other.
   */
  public Optional<Site> lock(long id) {
    // An update, not a select for update: that one would also stop every booking of the house.
    Sql.of(getEntityManager(), "update site set version = version where id = :id")
        .with("id", id)
        .run();
    return findByIdOptional(id);
  }

  /**
   * @return the house that a field of a form names; null when there is none, which is said
   */
  public @Nullable Site read(FieldReader fields, String name, @Nullable String value) {
    Long id = FieldReader.id(value);
    Site house = id == null ? null : findById(id);
    if (house == null) {
      fields.wrong(name, "Cette maison n’existe pas.", "There is no such house.");
    }
    return house;
  }
}

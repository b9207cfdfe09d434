package fr.porteouverte.site;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Edition;
import fr.porteouverte.database.Sql;
import fr.porteouverte.http.FieldReader;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All houses. */
@ApplicationScoped
public class Sites implements PanacheRepository<Site> {

  private static final String SHOWN = "s.live and s.archivedAt is null";

  @Inject Access access;
  @Inject Edition edition;

  /**
   * A house that whoever asks may see: one that is not live, or archived, only its staff does; for
   * everybody else it is as unknown as none.
   */
  public Optional<Site> visible(long id) {
    return edition
        .find(new Shown(id), () -> findByIdOptional(id).filter(Site::shown), Site::whole)
        .or(() -> findByIdOptional(id).filter(site -> ofItsStaff(id)));
  }

  private record Shown(long id) {}

  /** Where nobody asks, as in a stream that goes on by itself, nobody is staff. */
  private boolean ofItsStaff(long id) {
    return Arc.container().requestContext().isActive() && access.actsAt(id);
  }

  public Optional<Site> byOfficialId(String officialId) {
    return find("officialId", officialId).firstResultOptional();
  }

  /** By its number in the national list, its own code, or what stands for one. */
  public Optional<Site> byCode(String code) {
    return find("officialId = ?1 or (officialId is null and code = ?1)", code)
        .firstResultOptional()
        .or(
            () ->
                code.matches(Site.UNLISTED + "\\d{1,18}")
                    ? findByIdOptional(Long.valueOf(code.substring(Site.UNLISTED.length())))
                        .filter(site -> site.code().equals(code))
                    : Optional.empty());
  }

  /** What the public sees, by id. */
  public List<Site> shown() {
    return list("from Site s where " + SHOWN + " order by s.id");
  }

  /** Where a house is, in degrees. */
  public record Position(long id, double latitude, double longitude) {}

  public List<Position> positions() {
    return getEntityManager()
        .createQuery(
            "select s.id, s.latitude, s.longitude from Site s where " + SHOWN, Position.class)
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
                + " s.latitude, s.longitude from Site s where "
                + SHOWN
                + " order by s.id",
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

package fr.porteouverte.commune;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All communes. */
@ApplicationScoped
public class Communes implements PanacheRepositoryBase<Commune, String> {
  /** A name may be a department's or a former commune's first. */
  private static final int LOOK_AT = 4;

  private static final int LONGEST = 100;
  private static final int MOST_OF_A_NAME = 50;

  @Inject Gazetteers gazetteers;

  /**
   * The one that is called so and has this postcode; by a former name the one that holds it now.
   */
  public Optional<Commune> named(String name, String postcode) {
    if (name.isBlank() || name.length() > LONGEST) {
      return Optional.empty();
    }
    return suggest(name, MOST_OF_A_NAME).stream()
        .filter(commune -> commune.postcodes().contains(postcode))
        .findFirst();
  }

  /**
   * Communes that are meant by what was typed, the likeliest first; by a former name the commune
   * that holds it now.
   */
  public List<Commune> suggest(String typed, int limit) {
    List<String> codes =
        gazetteers.find(typed, limit * LOOK_AT).places().stream()
            .filter(place -> place.kind() != PlaceKind.house)
            .map(Place::insee)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, Commune> found =
        list("insee in ?1", codes).stream()
            .collect(Collectors.toMap(Commune::insee, Function.identity()));
    return codes.stream().map(found::get).filter(Objects::nonNull).limit(limit).toList();
  }
}

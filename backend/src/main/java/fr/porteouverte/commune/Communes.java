package fr.porteouverte.commune;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All communes. */
@ApplicationScoped
public class Communes implements PanacheRepositoryBase<Commune, String> {
  private static final List<String> ARTICLES = List.of("l", "le", "la", "les");

  /** Sorts after every name that begins with what stands before it, in any collation. */
  private static final String BEYOND = "zzzzzz";

  /** The one that is meant: the best suggestion. */
  public Optional<Commune> best(String typed) {
    return suggest(typed, 1).stream().findFirst();
  }

  /**
   * Communes whose name or postcode begins with what was typed: exact names first, then the most
   * inhabited. An article may be left out ("rochelle").
   *
   * @param typed name, postcode or its beginning, or a name and a postcode in either order
   */
  public List<Commune> suggest(String typed, int limit) {
    Typed place = Typed.of(typed);
    if (place.names().isEmpty()) {
      return place.postcode() == null ? List.of() : inPostcode(place.postcode(), limit);
    }
    List<Commune> found = named(place.names(), place.postcode(), limit);
    if (found.size() < limit) {
      List<String> withArticle =
          ARTICLES.stream()
              .flatMap(article -> place.names().stream().map(name -> article + name))
              .toList();
      named(withArticle, place.postcode(), limit).stream()
          .filter(commune -> !found.contains(commune))
          .limit(limit - found.size())
          .forEach(found::add);
    }
    return found;
  }

  private List<Commune> inPostcode(String beginning, int limit) {
    return find(
            "select c from Commune c where exists (select 1 from Commune d join d.postcodes p"
                + " where d = c and p between ?1 and ?2)"
                // 69008 is the 8th arrondissement before it is Lyon.
                + " order by case when c.name like '% Arrondissement' then 0 else 1 end,"
                + " c.population desc, c.insee",
            beginning, last(beginning))
        .page(Page.ofSize(limit))
        .list();
  }

  private List<Commune> named(Collection<String> beginnings, @Nullable String postcode, int limit) {
    List<Commune> found = new ArrayList<>();
    beginnings.forEach(name -> found.addAll(named(name, postcode, limit)));
    return new ArrayList<>(
        found.stream()
            .distinct()
            .sorted(
                Comparator.<Commune, Boolean>comparing(c -> !beginnings.contains(c.searchName()))
                    .thenComparing(Comparator.comparingInt(Commune::population).reversed())
                    .thenComparing(Commune::insee))
            .limit(limit)
            .toList());
  }

  private List<Commune> named(String beginning, @Nullable String postcode, int limit) {
    String order =
        " order by case when c.searchName = ?1 then 0 else 1 end, c.population desc, c.insee";
    var found =
        postcode == null
            ? find(
                "select c from Commune c where c.searchName between ?1 and ?2" + order,
                beginning,
                beginning + BEYOND)
            : find(
                "select c from Commune c where c.searchName between ?1 and ?2 and exists (select 1"
                    + " from Commune d join d.postcodes p where d = c and p between ?3 and ?4)"
                    + order,
                beginning,
                beginning + BEYOND,
                postcode,
                last(postcode));
    return found.page(Page.ofSize(limit)).list();
  }

  /** The last postcode with this beginning. */
  private static String last(String beginning) {
    return (beginning + "99999").substring(0, 5);
  }
}

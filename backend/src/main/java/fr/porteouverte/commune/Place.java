package fr.porteouverte.commune;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that people may be.
 *
 * @param within the commune that holds a former one now, or the house; null for others
 * @param postcodes ascending; the department's code for an area
 * @param department null for an area of several
 * @param insee of the commune as it is now; null for an area
 * @param weight how many people mean it: inhabitants, or what stands for them
 */
public record Place(
    PlaceKind kind,
    String name,
    @Nullable String within,
    List<String> postcodes,
    @Nullable String department,
    @Nullable String insee,
    Point point,
    int weight) {

  private static final String ARRONDISSEMENT = " Arrondissement";

  static Place of(CommuneDraft commune) {
    return new Place(
        PlaceKind.commune,
        commune.name(),
        null,
        commune.postcodes(),
        commune.department(),
        commune.insee(),
        new Point(commune.latitude(), commune.longitude()),
        commune.population());
  }

  /** The same place under another name. */
  Place alias(String other, Point at, int weigh) {
    return new Place(PlaceKind.formerCommune, other, name, postcodes, department, insee, at, weigh);
  }

  /** The same place with a postcode that no list has for it. */
  Place at(String postcode) {
    return new Place(kind, name, within, List.of(postcode), department, insee, point, weight);
  }

  boolean arrondissement() {
    return name.endsWith(ARRONDISSEMENT);
  }

  /**
   * As people read it: {@code "Moyaux (14590)"}, {@code "Fervaques, Livarot-Pays-d'Auge (14140)"}.
   *
   * @param typed a postcode of the place that is in there is the one that is shown
   */
  public String label(String typed) {
    String digits = typed.replaceAll("(?<=\\d)\\s(?=\\d)", "");
    String named = within == null ? name : name + ", " + within;
    return postcodes.stream()
        .filter(digits::contains)
        .findFirst()
        .or(() -> postcodes.stream().findFirst())
        .map(postcode -> named + " (" + postcode + ")")
        .orElse(named);
  }
}

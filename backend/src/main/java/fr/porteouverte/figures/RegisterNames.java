package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what rows of figures are called, archived ones too. */
@ApplicationScoped
class RegisterNames {
  static final String HOUSE = "0";

  private static final double EARTH_KM = 6_371;

  /** Bands of distances, by their first kilometre. */
  private static final int[] BANDS = {0, 5, 10, 20, 40};

  @Inject EntityManager database;

  private record Row(Long id, String nameFr, String nameEn) {
    Text name() {
      return new Text(nameFr, nameEn);
    }
  }

  private record OfProcedure(
      Long id, String titleFr, String titleEn, @Nullable Long themeId, Long partnerId) {}

  private record OfCommune(String insee, String name, double latitude, double longitude) {}

  /**
   * @param communes INSEE codes that are to be named
   */
  Names read(Site site, Collection<String> communes) {
    Map<String, Names.Commune> named = new HashMap<>();
    if (!communes.isEmpty()) {
      Sql.of(
              database,
              "select insee, name, latitude, longitude from commune where insee in (:communes)")
          .with("communes", communes)
          .list(OfCommune.class)
          .forEach(one -> named.put(one.insee(), commune(site, one)));
    }
    return read(named);
  }

  /** Of many houses: nothing has a distance from them. */
  Names read(Collection<String> communes) {
    Map<String, Names.Commune> named = new HashMap<>();
    if (!communes.isEmpty()) {
      Sql.of(
              database,
              "select insee, name, latitude, longitude from commune where insee in (:communes)")
          .with("communes", communes)
          .list(OfCommune.class)
          .forEach(
              one ->
                  named.put(
                      one.insee(), new Names.Commune(new Text(one.name(), one.name()), "?", null)));
    }
    return read(named);
  }

  private Names read(Map<String, Names.Commune> communes) {
    Map<String, Names.Procedure> procedures = new HashMap<>();
    Sql.of(database, "select id, title_fr, title_en, theme_id, partner_id from procedure")
        .list(OfProcedure.class)
        .forEach(
            one ->
                procedures.put(
                    one.id().toString(),
                    new Names.Procedure(
                        new Text(one.titleFr(), one.titleEn()),
                        one.themeId() == null ? HOUSE : one.themeId().toString(),
                        one.partnerId().toString())));
    Map<String, Text> partners = names("name", "partner");
    partners.put(HOUSE, new Text("La maison", "The house"));
    Map<String, Text> themes = names("name", "theme");
    themes.put(HOUSE, new Text("Sans thème", "Without a theme"));
    return new Names(procedures, partners, themes, names("label", "document"), communes);
  }

  private Map<String, Text> names(String column, String table) {
    Map<String, Text> names = new HashMap<>();
    Sql.of(
            database,
            "select id, %1$s_fr as name_fr, %1$s_en as name_en from %2$s".formatted(column, table))
        .list(Row.class)
        .forEach(one -> names.put(one.id().toString(), one.name()));
    return names;
  }

  private static Names.Commune commune(Site site, OfCommune one) {
    double km = kilometres(site.latitude(), site.longitude(), one.latitude(), one.longitude());
    int first = 0;
    for (int band : BANDS) {
      first = km >= band ? band : first;
    }
    String name = "%s (%d km)".formatted(one.name(), Math.round(km));
    return new Names.Commune(
        new Text(name, name),
        Integer.toString(first),
        new Names.Point(one.latitude(), one.longitude(), km));
  }

  /** Along the great circle. */
  static double kilometres(double fromLat, double fromLon, double toLat, double toLon) {
    double north = Math.toRadians(toLat - fromLat) / 2;
    double east = Math.toRadians(toLon - fromLon) / 2;
    double part =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(fromLat))
                * Math.cos(Math.toRadians(toLat))
                * Math.pow(Math.sin(east), 2);
    return 2 * EARTH_KM * Math.asin(Math.sqrt(part));
  }
}

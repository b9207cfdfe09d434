package fr.porteouverte.support;

import fr.porteouverte.commune.CommunesChanged;
import fr.porteouverte.commune.PlaceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Puts communes into the register before a test. */
@ApplicationScoped
public class Places {
  private final EntityManager database;

  private final Event<CommunesChanged> changed;

  Places(EntityManager database, Event<CommunesChanged> changed) {
    this.database = database;
    this.changed = changed;
  }

  @Transactional
  public void commune(
      String insee, String name, double latitude, double longitude, int people, String... codes) {
    database
        .createNativeQuery(
            "insert into commune (insee, name, search_name, department, latitude, longitude,"
                + " population) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, insee)
        .setParameter(2, name)
        .setParameter(3, PlaceName.key(name))
        .setParameter(4, insee.substring(0, insee.startsWith("97") ? 3 : 2))
        .setParameter(5, latitude)
        .setParameter(6, longitude)
        .setParameter(7, people)
        .executeUpdate();
    for (String code : codes) {
      database
          .createNativeQuery("insert into commune_postcode (insee, postcode) values (?1, ?2)")
          .setParameter(1, insee)
          .setParameter(2, code)
          .executeUpdate();
    }
    changed.fire(new CommunesChanged());
  }

  /** A commune that is part of another one now. */
  @Transactional
  public void former(String insee, String name, String current) {
    database
        .createNativeQuery(
            "insert into former_commune (insee, name, current_insee) values (?1, ?2, ?3)")
        .setParameter(1, insee)
        .setParameter(2, name)
        .setParameter(3, current)
        .executeUpdate();
    changed.fire(new CommunesChanged());
  }

  /** Some of Normandy and one far away, as in the national file. */
  public void someCommunes() {
    commune("14366", "Lisieux", 49.1466, 0.2293, 19000, "14100");
    commune("14625", "Saint-Martin-de-la-Lieue", 49.111, 0.2231, 760, "14100");
    commune("14460", "Moyaux", 49.1953, 0.3525, 1300, "14590");
    commune("61464", "Sées", 48.6075, 0.1645, 4200, "61500");
    commune("61214", "L'Aigle", 48.7603, 0.6279, 7900, "61300");
    commune("50502", "Saint-Lô", 49.1157, -1.0906, 19000, "50000");
    commune("67482", "Strasbourg", 48.5713, 7.7675, 285000, "67000", "67100", "67200");
    commune("93066", "Saint-Denis", 48.9359, 2.3580, 113000, "93200", "93210");
    commune("97411", "Saint-Denis", -20.9312, 55.4466, 153000, "97400", "97490");
    commune("75112", "Paris 12e Arrondissement", 48.8352, 2.4210, 140000, "75012");
    commune("50218", "Granville", 48.8346, -1.5746, 12000, "50400");
  }
}

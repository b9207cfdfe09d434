package fr.porteouverte.slot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

abstract class MaterialiserSuite extends ApiTest {
  @Inject EntityManager database;
  @Inject Materialiser materialiser;

  @Test
  void thirteen_weeks_of_rows_are_made_once() {
    Site site = fixtures.site("Sées");
    Partner partner = fixtures.partner("caf");
    Procedure procedure = fixtures.procedure("rsa", partner, 30);
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();

    long rows = count("slot");
    assertThat(count("session")).isBetween(60L, 66L);
    assertThat(rows).isEqualTo(6 * count("session"));

    materialiser.ahead();
    assertThat(count("slot")).isEqualTo(rows);
    assertThat(permanence.id()).isPositive();
  }

  private long count(String table) {
    return ((Number) database.createNativeQuery("select count(*) from " + table).getSingleResult())
        .longValue();
  }
}

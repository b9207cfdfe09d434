package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SiteRemovalTest extends ApiTest {
  @Inject EntityManager database;

  @Test
  @Transactional
  void every_table_that_names_a_house_is_known_to_the_taking_back() {
    List<String> naming =
        database
            .createNativeQuery(
                "select lower(c.table_name) from information_schema.columns c"
                    + " join information_schema.tables t on t.table_name = c.table_name"
                    + " and t.table_schema = c.table_schema"
                    + " where lower(c.column_name) = 'site_id' and lower(c.table_schema) = 'public'"
                    + " and t.table_type in ('BASE TABLE', 'TABLE')",
                String.class)
            .getResultList();
    assertThat(naming).isNotEmpty();
    assertThat(SiteRemoval.tables()).containsExactlyInAnyOrderElementsOf(naming);
  }
}

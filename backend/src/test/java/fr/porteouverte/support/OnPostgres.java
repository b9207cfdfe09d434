package fr.porteouverte.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The same tests on PostgreSQL: the application is augmented once more for the other database. */
public class OnPostgres implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.db-kind",
        "postgresql",
        "quarkus.flyway.locations",
        "db/common,db/postgresql",
        "quarkus.datasource.jdbc.new-connection-sql",
        "set lock_timeout = '5s'",
        "porte-ouverte.live.poll",
        "5S");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(EmbeddedPostgresServer.class));
  }
}

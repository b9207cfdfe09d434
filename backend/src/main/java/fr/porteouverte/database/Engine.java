package fr.porteouverte.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which database keeps the data. */
@ApplicationScoped
public class Engine {
  @ConfigProperty(name = "quarkus.datasource.db-kind")
  String kind;

  /** False: H2, which has one process. */
  public boolean isPostgresql() {
    return "postgresql".equals(kind);
  }
}

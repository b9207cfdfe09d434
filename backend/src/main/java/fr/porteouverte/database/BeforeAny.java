package fr.porteouverte.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** What waits goes before any statement of Hibernate's. */
@ApplicationScoped
@PersistenceUnitExtension
class BeforeAny implements StatementInspector {
  private static final long serialVersionUID = 1L;

  @Inject transient Trailing trailing;

  @Override
  public String inspect(String sql) {
    trailing.send();
    return sql;
  }
}

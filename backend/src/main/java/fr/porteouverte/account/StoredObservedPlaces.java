package fr.porteouverte.account;

import fr.porteouverte.access.ObservedPlaces;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Answers the room {@code access} from the rows, at each request. */
@ApplicationScoped
class StoredObservedPlaces implements ObservedPlaces {
  @Inject EntityManager database;

  @Override
  @Transactional
  public Set<String> of(String username) {
    return Set.copyOf(
        Sql.of(
                database,
                "select g.department from agent a join assignment g on g.agent_id = a.id"
                    + " where a.username = :username and a.state <> 'disabled' and g.role ="
                    + " 'observer'")
            .with("username", username)
            .list(String.class));
  }
}

package fr.porteouverte.webhook;

import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All addresses that are told of changes. */
@ApplicationScoped
class WebhookEndpoints implements PanacheRepository<WebhookEndpoint> {

  /**
   * @param integrator null: those of all systems
   */
  List<WebhookEndpoint> of(@Nullable Long integrator) {
    return integrator == null
        ? list("order by integratorId, id")
        : list("integratorId = ?1 order by id", integrator);
  }

  /**
   * Read anew under its lock. Locked before it is read: it may have been read, and deleted, before.
   */
  Optional<WebhookEndpoint> locked(long id) {
    return Sql.of(getEntityManager(), "select id from webhook_endpoint where id = :id for update")
        .with("id", id)
        .first(Long.class)
        .flatMap(this::findByIdOptional)
        .map(
            one -> {
              getEntityManager().refresh(one, LockModeType.PESSIMISTIC_WRITE);
              return one;
            });
  }
}
